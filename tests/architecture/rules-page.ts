import { allPacks, channelPacks, type RuleId, ruleIds, ruleWords, thresholdText } from '../../app/photo-check/index.ts';

function rowsOf(rule: RuleId): string[] {
  return allPacks.flatMap((pack) => [
    ...pack.requirements.filter((requirement) => requirement.rule === rule).map((requirement) => ({ requirement, since: '' })),
    ...pack.upcoming.filter((change) => change.requirement.rule === rule).map(({ requirement, date }) => ({ requirement, since: `from ${date}: ` })),
  ].map(({ requirement, since }) => `| ${pack.channel} | ${since}${thresholdText(requirement)}${requirement.slot === 'main' ? ' (main picture)' : ''} | ${requirement.severity} | ${requirement.source.official ? 'official' : 'unofficial'} |`));
}

/** docs/rules.md, written from the packs. */
export function rulesPage(): string {
  const sections = ruleIds.map((rule) => {
    const { measures, mistakes } = ruleWords[rule];
    return [`## ${rule}`, '', measures, '', `Known mistakes: ${mistakes}`, '', '| Channel | Required | Otherwise | Source |', '|---|---|---|---|', ...rowsOf(rule), ''].join('\n');
  });
  const sources = Object.values(channelPacks).map(({ channel, version, requirements }) => {
    const urls = [...new Set(requirements.map(({ source }) => `${source.title}, <${source.url}>, read ${source.read}`))];
    return `- ${channel}, pack ${version}: ${urls.join('; ')}`;
  });
  return [
    '# Photo rules',
    '',
    'Written from the channel packs in `app/photo-check/channels/packs` by `npm run test:unit -- tests/architecture -u`; do not edit by hand.',
    '"Official" means that the requirement was read on the channel\'s own page; "unofficial" that others tell of it, or that the threshold is this console\'s own. Check the channel\'s page before you rely on an unofficial one.',
    'Where two lines name the same channel, the most severe one that is broken counts. A measurement that cannot be taken keeps its rule silent. A finding of little confidence is a warning at most.',
    '',
    ...sections,
    '## Sources',
    '',
    ...sources,
    '',
  ].join('\n');
}
