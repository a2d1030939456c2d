export { copyNames } from './names.ts';
export { planFix, type FixRefusals, type PlanInput } from './plan.ts';
export { culpritOf, hasHelped, outcomeOf } from './outcome.ts';
export { tonePicture } from './tone.ts';
export { liftOntoWhite, type Lifted, type LiftInput, type MatteDoubt } from './matte/index.ts';
export * from './types.ts';
