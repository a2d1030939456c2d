export { embeddingModel, modelsBehind } from './models.ts';
export { demandsOf, numberIn, readingsOf, tunables, type Tunable } from './readings.ts';
export { fewestAnswers, tally, wordsOfModels, type PhotoGroup, type StaffWord, type TallyInput } from './tally.ts';
export { fewestEachSide, suggestThresholds, withDraft, type MeasuredWord, type SuggestionInput } from './threshold.ts';
export * from './types.ts';
