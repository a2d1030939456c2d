export * from './types.ts';
export { allPacks, channelPacks } from './channels/index.ts';
export { ChannelPack, isVerified, packOn, type Requirement, type Source, type UpcomingChange } from './channels/pack.ts';
export { compare, findDuplicates, printOf, type Comparable, type Print } from './duplicates.ts';
export { judge, judgeAll } from './judge.ts';
export * from './measure/index.ts';
