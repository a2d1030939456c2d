export { groupPictures, stemOf, type Pictured } from './groups.ts';
export { askNext, type Asked, type Candidate, type NextInput } from './next-label.ts';
export { judgeOwn, leastToWarn, ownRuleId, takesOver, type Rival } from './own-rule.ts';
export { readinessOf, trainFrom, type LabelledPicture, type Material, type Trained } from './prepare.ts';
export { fewestGroups, fewestPictures, readiness, trainDefect, type Example, type OwnModel, type Readiness } from './train.ts';
export { Label, ModelFacts, OwnRuleId, Report, WhyNext } from './types.ts';
