import type { ChannelId, Finding, Verdict } from '../types.ts';
import type { Waiver } from '../waivers.ts';
import { sidesOf } from '../words/findings.ts';
import type { Words } from '../words/words.ts';
import { html, Markup, ownPicture, webAddress } from './markup.ts';
import { gatherFindings, type ReportedFinding, type ReportInfo, type ReportPhoto, type Tally } from './model.ts';
import { reportStyle, reportStyleHash } from './style.ts';

/** Nothing runs, nothing is fetched, nothing is sent: the page shows the pictures that are in it, in the style that is in it. */
const policy = `default-src 'none'; img-src data:; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`;

const marks: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕' };
const mark = (verdict: Verdict): Markup => html`<span class="mark ${verdict}" aria-hidden="true">${marks[verdict]}</span>`;

const facts = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

function summary({ photos, unreadable, byChannel }: Tally, { say, format, channel }: Words): Markup {
  return html`<h2>${say('report:summary')}</h2>
<table>
<thead><tr><th scope="col">${say('report:channel')}</th>${(['fail', 'warn', 'pass'] as const).map((verdict) => html`<th scope="col" class="number">${say(`rules:verdicts.${verdict}`)}</th>`)}</tr></thead>
<tbody>
${byChannel.map((line) => html`<tr><th scope="row">${channel(line.channel)}</th>${(['fail', 'warn', 'pass'] as const).map((verdict) => html`<td class="number ${verdict}">${format.number(line[verdict], 0)}</td>`)}</tr>
`)}</tbody>
</table>
<p class="quiet">${facts([say('report:photos', { count: photos }), unreadable === 0 ? null : say('report:unreadable', { count: unreadable })])}</p>
`;
}

/** The page up to its first photo. */
export function reportHead(info: ReportInfo, tally: Tally, words: Words): string {
  const { say, format } = words;
  const made = say('report:made', { at: format.dateTime(info.madeAt), version: info.version });
  return `<!doctype html>
${
    html`<html lang="${info.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${say('report:title')}</title>
<style>${new Markup(reportStyle)}</style>
</head>
<body>
<h1>${say('report:title')}</h1>
<p class="quiet">${made}</p>
${info.incomplete ? html`<p class="warn">${say('report:incomplete')}</p>` : null}
${summary(tally, words)}<h2>${say('report:list')}</h2>
`.text
  }`;
}

const sourceLine = ({ source }: Finding, { say, format }: Words): Markup => {
  const address = webAddress(source.url);
  const title = address === null ? source.title : html`<a href="${address}" rel="noreferrer">${source.title}</a>`;
  return html`${title}<br><span class="quiet">${facts([say('inspector.source', { date: format.date(source.read) }), say(source.official ? 'inspector.official' : 'inspector.unverified')])}</span>`;
};

function findingsTable(found: readonly ReportedFinding[], words: Words): Markup | null {
  const { say, format } = words;
  if (found.length === 0) return null;
  const heads = ['report:finding', 'report:channel', 'report:measured', 'report:required', 'report:source'];
  return html`<table>
<thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead>
<tbody>
${found.map(({ finding, channels }) => {
    const { measured, required } = sidesOf(finding, words);
    return html`<tr><td>${mark(finding.severity)} ${say(`rules:rules.${finding.rule}.name`)}</td><td>${format.list(channels.map((one) => words.channel(one)))}</td><td>${measured}</td><td>${required}</td><td>${sourceLine(finding, words)}</td></tr>
`;
  })}</tbody>
</table>
`;
}

function waivedList(photo: ReportPhoto, { say, format, channel }: Words): Markup | null {
  const waived = new Map<string, { finding: Finding; waiver: Waiver; channels: ChannelId[] }>();
  for (const [id, verdict] of photo.channels) {
    for (const { finding, waiver } of verdict.waived) {
      const key = `${finding.rule} ${waiver.channel ?? ''}`;
      const known = waived.get(key);
      if (known) known.channels.push(id);
      else waived.set(key, { finding, waiver, channels: [id] });
    }
  }
  if (waived.size === 0) return null;
  return html`<div class="waived">
${[...waived.values()].map(
    ({ finding, waiver, channels }) => html`<p><s>${say(`rules:rules.${finding.rule}.name`)}</s> (${format.list(channels.map((one) => channel(one)))}): ${say('waivers:said', { reason: say(`waivers:reason.${waiver.reason}`) })}${waiver.note === '' ? null : html` ${say('quantity.quote', { text: waiver.note })}`} <span class="quiet">${say('waivers:by', { actor: waiver.actor, date: format.dateTime(waiver.at) })}</span></p>
`,
  )}</div>
`;
}

/** One photo: its picture, what each channel says, what is wrong with measured and required values, and what was waived. */
export function reportPhoto(photo: ReportPhoto, words: Words): string {
  const { say, format } = words;
  const size = photo.width === null || photo.height === null ? null : say('quantity.size', { width: format.number(photo.width, 0), height: format.number(photo.height, 0) });
  const picture = ownPicture(photo.picture);
  const findings = gatherFindings([...photo.channels].map(([channel, { standing }]) => [channel, standing] as const));
  return html`<section class="photo">
${picture === null ? html`<div class="picture"></div>` : html`<img class="picture" src="${picture}" alt="${photo.name}" loading="lazy">`}
<div class="body">
<div><h3>${photo.name}</h3><p class="quiet">${facts([size, photo.format?.toUpperCase() ?? null, format.bytes(photo.bytes), photo.decision === null ? null : say(`decision.short.${photo.decision}`)])}</p><p class="quiet">${photo.path}</p></div>
${photo.failure === null ? null : html`<p class="fail">${say(`failure.${photo.failure}.cause`)}</p>`}
<ul class="verdicts">${[...photo.channels].map(([channel, { verdict, waived }]) => html`<li>${mark(verdict)} ${say('verdict.ofChannel', { channel: words.channel(channel), verdict: words.verdict(verdict, waived.length > 0) })}</li>`)}</ul>
${findingsTable(findings, words)}${waivedList(photo, words)}</div>
</section>
`.text;
}

/** The end of the page. */
export const reportFoot = (words: Words): string => html`<p class="quiet">${words.say('report:foot')}</p>
</body>
</html>
`.text;
