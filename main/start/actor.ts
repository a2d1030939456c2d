import type { Actor } from '../../app/contract/wire.ts';

/** Who sits at the window. Until people sign in, the owner does. */
export const currentActor = (): Actor => ({ id: 'owner', role: 'owner' });
