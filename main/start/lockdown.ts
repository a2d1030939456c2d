import type { App, Session, WebContents } from 'electron';

const allowedProtocols: ReadonlySet<string> = new Set(['app:', 'media:', 'devtools:', 'blob:', 'data:']);
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** True for what a page of ours may load: its own files and pictures, never the network, never a file by path. */
export function mayLoad(address: string): boolean {
  return URL.canParse(address) && allowedProtocols.has(new URL(address).protocol);
}

/** Before the app is ready: Chromium's own traffic (component updates, pings) has no place in an offline console. */
export function silenceChromium(app: App): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
}

function lockContents(contents: WebContents, openLink: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Takes from every page the network, new windows, navigation, downloads, permissions and devices. `openLink` gets the address
 * of every link that wanted a window of its own and decides whether the person's browser may have it.
 */
export function lockDown(app: App, session: Session, openLink: (address: string) => void): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowedPermissions.has(permission)));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  app.on('web-contents-created', (_event, contents) => lockContents(contents, openLink));
}
