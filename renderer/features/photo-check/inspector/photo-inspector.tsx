import type { PhotoDetail, PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, Finding } from '../../../../app/photo-check/types.ts';
import type { z } from 'zod';
import { Inspector, SkeletonRows, StatusIcon } from '../../../design/index.ts';
import { DriftSection } from '../drift/drift-section.tsx';
import { FixButton, FixesSection } from '../fix/index.ts';
import { OwnFindings } from '../learning/defects/own-findings.tsx';
import { MissedSomething } from '../learning/missed-something.tsx';
import { standingWords } from '../learning/standing-words.ts';
import { hasWaivers, splitFindings } from '../logic/waived.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import type { WaiverActions } from '../waivers/use-waivers.ts';
import { ChannelChips } from './channel-chips.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DuplicatesSection } from './duplicates-section.tsx';
import { FileSection } from './file-section.tsx';
import { FindingCard } from './finding-card.tsx';
import { HistorySection } from './history-section.tsx';
import { MeasuresSection } from './measures-section.tsx';
import { ModelsSection } from './models-section.tsx';
import { WaivedCard } from './waived-card.tsx';
import classes from './photo-inspector.module.css';

type Detail = z.infer<typeof PhotoDetail>;

interface PhotoInspectorProps {
  readonly row: PhotoRow;
  /** undefined while it is being asked for */
  readonly detail: Detail | undefined;
  readonly channel: ChannelChoice;
  readonly channels: readonly ChannelId[];
  readonly actions: PhotoActions;
  readonly waivers: WaiverActions;
  readonly onChannel: (channel: ChannelChoice) => void;
  readonly onPoint: (finding: Finding | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

function Findings({ detail, channel, actions, waivers, onPoint }: Pick<PhotoInspectorProps, 'channel' | 'actions' | 'waivers' | 'onPoint'> & { detail: Detail }) {
  const words = useWords();
  const { say, format } = words;
  const { standing, waived } = splitFindings(detail, channel);
  const pack = channel === 'all' ? undefined : detail.channels[channel]?.pack;
  const said = standingWords(detail.history);
  return (
    <section className={classes.part}>
      <div className={classes.headed}>
        <h3 className={classes.heading}>{channel === 'all' ? say('inspector.findingsAll') : say('inspector.findings', { channel: words.channel(channel) })}</h3>
        {standing.length > 0 ? <FixButton which="fix" compact /> : null}
      </div>
      <div className={classes.findings}>
        {standing.map((one) => (
          <FindingCard
            key={`${one.channel}-${one.finding.rule}`}
            listed={one}
            said={said.get(one.finding.rule)}
            onPoint={onPoint}
            onSay={(word, note) => void actions.say(detail.row.id, one.finding.rule, one.channel, word, note)}
            onWaive={() => waivers.ask([detail.row], one.finding.rule)}
          />
        ))}
        <OwnFindings photoId={detail.row.id} name={detail.row.name} />
        {standing.length === 0 ? (
          <p className={classes.good}>
            <StatusIcon status="pass" />
            {waived.length > 0 ? say('waivers:verdict') : channel === 'all' ? say('inspector.noFindingsAll') : say('inspector.noFindings', { channel: words.channel(channel) })}
          </p>
        ) : null}
        {waived.map((one) => (
          <WaivedCard key={`${one.channel}-${one.finding.rule}-waived`} listed={one} onPoint={onPoint} onWithdraw={() => void waivers.withdraw(one.waiver)} />
        ))}
      </div>
      <MissedSomething detail={detail} channel={channel} onMissed={(rule, of, note) => void actions.say(detail.row.id, rule, of, 'missed', note)} />
      {pack ? <p className={classes.quiet}>{say('inspector.pack', { date: format.packVersion(pack) })}</p> : null}
    </section>
  );
}

/** All that is known of the photo on screen, what is wrong first. */
export function PhotoInspector({ row, detail, channel, channels, actions, waivers, onChannel, onPoint, onOpen, onClose }: PhotoInspectorProps) {
  const { say, format } = useWords();
  return (
    <Inspector title={row.name} label={say('viewer.inspector')} onClose={onClose}>
      <DecisionBar row={row} actions={actions} />
      {row.missingSince !== null ? (
        <section className={classes.part}>
          <div className={classes.failure}>
            <p>{say('watching:photo.since', { when: format.dateTime(row.missingSince) })}</p>
            <p className={classes.remedy}>{say('watching:photo.remedy')}</p>
          </div>
        </section>
      ) : null}
      {row.failure ? (
        <section className={classes.part}>
          <div className={classes.failure}>
            <p>{say(`failure.${row.failure.code}.cause`)}</p>
            <p className={classes.remedy}>{say(`failure.${row.failure.code}.remedy`)}</p>
          </div>
        </section>
      ) : null}
      {row.state === 'checked' ? (
        <section className={classes.part}>
          <ChannelChips value={channel} verdicts={row.verdicts} waived={(choice) => hasWaivers(row, choice)} channels={channels} onChange={onChannel} />
        </section>
      ) : null}
      {detail ? (
        <div inert={detail.row.id !== row.id}>
          {row.drift === null ? null : <DriftSection detail={detail} actions={actions} />}
          {detail.row.state === 'checked' ? <Findings key={detail.row.id} detail={detail} channel={channel} actions={actions} waivers={waivers} onPoint={onPoint} /> : null}
          {detail.row.state === 'checked' ? <FixesSection photoId={detail.row.id} /> : null}
          <DuplicatesSection duplicates={detail.duplicates} onOpen={onOpen} />
          {detail.measures ? <MeasuresSection measures={detail.measures} /> : null}
          {detail.row.state === 'checked' ? <ModelsSection models={detail.models} unavailable={detail.unavailable} /> : null}
          <FileSection detail={detail} />
          <HistorySection history={detail.history} />
        </div>
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Inspector>
  );
}
