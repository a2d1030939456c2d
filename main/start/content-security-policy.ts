/** Stands in the built pages where each load's nonce goes. */
export const noncePlaceholder = '__VITRINE_NONCE__';

/**
 * What the window's page may load: its own files, pictures of media:, and the <style> elements that Mantine adds
 * with this load's nonce. No page may be framed, posted to or fetched from anywhere else.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' media: data: blob:",
    "font-src 'self'",
    "connect-src 'self' media:",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The hidden model window computes and shows nothing: it gets no pictures, styles or fonts. */
export function modelPagePolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
