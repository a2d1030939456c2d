import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine takes its time; what never comes fails all the same.
configure({ asyncUtilTimeout: 10_000 });

// What the window has and jsdom has not. Sizes are fixed, so that virtual lists draw something.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }),
});
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
const pixels = { clientWidth: 1200, clientHeight: 700, offsetWidth: 1200, offsetHeight: 700 };
for (const [name, value] of Object.entries(pixels)) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, pixels.offsetWidth, pixels.offsetHeight);
// Asked by axe alone, which does without.
HTMLCanvasElement.prototype.getContext = () => null;
Object.assign(Element.prototype, { scrollIntoView: () => {}, scrollTo: () => {} });

afterEach(() => {
  cleanup();
  notifications.clean();
  localStorage.clear();
});
