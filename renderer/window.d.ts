import type { Bridge } from '../app/contract/bridge.ts';

declare global {
  interface Window {
    /** put there by the preload script */
    readonly vitrine: Bridge;
  }
}
