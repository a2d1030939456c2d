import { Button, Checkbox, Modal, Radio, SegmentedControl, Textarea } from '@mantine/core';
import { useEventListener, useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { titleIn } from '../../../../app/catalog/titles.ts';
import type { InputOf } from '../../../../app/contract/index.ts';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, RuleId } from '../../../../app/photo-check/types.ts';
import { waiverReasons, type WaiverReason } from '../../../../app/photo-check/waivers.ts';
import { useBridge, useCall } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { rulesOf } from '../logic/waived.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import classes from './waive-form.module.css';

/** What the form is asked about. */
export interface WaiveRequest {
  readonly rows: readonly PhotoRow[];
  /** the finding that is meant; null = the worst of a photo, or what most of them have */
  readonly rule: RuleId | null;
  readonly channel: ChannelChoice;
}
type Order = InputOf<'waivers.waive'>;

interface WaiveFormProps {
  /** null = closed */
  readonly request: WaiveRequest | null;
  readonly onSend: (order: Order) => void;
  readonly onClose: () => void;
}

/** "Not an issue": which findings, where, why, and for what it is remembered. The key of a reason and Enter are enough. */
export function WaiveForm({ request, onSend, onClose }: WaiveFormProps) {
  const { say } = useWords();
  return (
    <Modal opened={request !== null} onClose={onClose} size={460} title={say('waivers:title')} closeButtonProps={{ 'aria-label': say('waivers:cancel') }}>
      {request ? <Fields request={request} onSend={onSend} onClose={onClose} /> : null}
    </Modal>
  );
}

function Fields({ request, onSend, onClose }: WaiveFormProps & { request: WaiveRequest }) {
  const words = useWords();
  const { i18n } = useTranslation();
  const { say } = words;
  const { platform } = useBridge().start;
  const { rows, channel } = request;
  const broken = rulesOf(rows);
  const first = request.rule ?? rows[0]?.rules[0];
  const [rules, setRules] = useState<readonly RuleId[]>(first === undefined ? [] : [first]);
  const [on, setOn] = useState<ChannelId | null>(channel === 'all' ? null : channel);
  const [reason, setReason] = useState<WaiverReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const product = useCall('photos.get', { id: rows[0]?.id ?? '' }, { enabled: rows.length > 0 }).data?.product ?? null;
  const [scope, setScope] = useState<Order['scope'] | null>(null);
  const chosenScope = scope ?? (product === null ? 'photo' : 'product');
  const sayWhat = reason === 'other' && note.trim() === '';
  const ready = rules.length > 0 && !sayWhat;

  // Nobody's reason is taken for granted: it is what the next person reads.
  const send = (): void => {
    if (reason === null) setTried(true);
    else if (ready) onSend({ photoIds: rows.map(({ id }) => id), rules: [...rules], channel: on, scope: chosenScope, reason, note: note.trim() });
  };
  useHotkeys(waiverReasons.map((one, index) => [String(index + 1), () => setReason(one)]), ['TEXTAREA']);
  useHotkeys([['mod+Enter', send]], []);
  /** Whoever begins to write means the note. */
  const form = useEventListener('keydown', (event: KeyboardEvent) => {
    const letter = /^[^\d\s]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (letter && !(event.target instanceof HTMLTextAreaElement)) noteField.current?.focus();
  });
  return (
    <form
      className={classes.form}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className={classes.what}>{rows.length === 1 ? rows[0]?.name : say('waivers:photos', { count: rows.length })}</p>
      <Checkbox.Group label={say('waivers:findings')} value={[...rules]} onChange={(chosen) => setRules(broken.flatMap(({ rule }) => (chosen.includes(rule) ? [rule] : [])))}>
        <div className={classes.options}>
          {broken.map(({ rule, count }) => {
            const name = say(`rules:rules.${rule}.name`);
            return <Checkbox key={rule} value={rule} label={rows.length === 1 ? name : say('waivers:finding', { rule: name, count })} />;
          })}
        </div>
      </Checkbox.Group>
      <Radio.Group label={say('waivers:reason.label')} value={reason} error={tried && reason === null ? say('waivers:reason.needed') : undefined} onChange={(value) => setReason(waiverReasons.find((one) => one === value) ?? 'other')}>
        <div className={classes.options}>
          {waiverReasons.map((one, index) => (
            <span key={one} className={classes.reason}>
              <Radio size="xs" value={one} label={say(`waivers:reason.${one}`)} data-autofocus={index === 0 || undefined} />
              <KeyCap shortcut={String(index + 1)} platform={platform} />
            </span>
          ))}
        </div>
      </Radio.Group>
      <Textarea ref={noteField} size="xs" label={say('waivers:note.label')} placeholder={say('waivers:note.placeholder')} error={sayWhat ? say('waivers:note.needed') : undefined} maxLength={2_000} rows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={classes.row}>
        {channel === 'all' ? null : (
          <span className={classes.choice}>
            {say('waivers:channel.label')}
            <SegmentedControl
              aria-label={say('waivers:channel.label')}
              value={on ?? 'all'}
              data={[{ value: channel, label: words.channel(channel) }, { value: 'all', label: say('waivers:channel.all') }]}
              onChange={(value) => setOn(value === 'all' ? null : channel)}
            />
          </span>
        )}
        {product === null ? null : (
          <span className={classes.choice}>
            {say('waivers:scope.label')}
            <SegmentedControl
              aria-label={say('waivers:scope.label')}
              value={chosenScope}
              data={[
                { value: 'product', label: rows.length === 1 ? say('waivers:scope.product', { title: titleIn(product.titles, i18n.language) ?? product.sku ?? say('waivers:scope.untitled') }) : say('waivers:scope.products') },
                { value: 'photo', label: say(rows.length === 1 ? 'waivers:scope.photo' : 'waivers:scope.photos') },
              ]}
              onChange={(value) => setScope(value === 'photo' ? 'photo' : 'product')}
            />
          </span>
        )}
      </div>
      <p className={classes.hint}>{say('waivers:hint')}</p>
      <div className={classes.buttons}>
        <Button type="submit" disabled={!ready}>{say('waivers:send')}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{say('waivers:cancel')}</Button>
      </div>
    </form>
  );
}
