import type { Call, Role } from '../../app/contract/define.ts';

/** The owner may do all; others what the call names them for. */
export const mayCall = (call: Call, role: Role): boolean => role === 'owner' || call.roles.includes(role);
