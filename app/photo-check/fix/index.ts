export { planFix, type PlanInput } from './plan.ts';
export { hasHelped, outcomeOf } from './outcome.ts';
export { toneCurves } from './tone.ts';
export { liftOntoWhite, type Lifted, type LiftInput, type MatteDoubt } from './matte/index.ts';
export * from './types.ts';
