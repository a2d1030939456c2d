import { Button, Checkbox, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { ExportWhat } from '../../../../app/contract/exports.ts';
import { useWords } from '../logic/words.ts';
import type { ExportActions, ExportRequest } from './use-export.ts';
import classes from './export-dialog.module.css';

/** Asks what to write down of which photos; the place is asked for by the system. */
export function ExportDialog({ exporting }: { exporting: ExportActions }) {
  const { say } = useWords();
  const { request, close } = exporting;
  return (
    <Modal opened={request !== null} onClose={close} size={460} title={say('export:title')} closeButtonProps={{ 'aria-label': say('export:cancel') }}>
      {request ? <Fields request={request} exporting={exporting} /> : null}
    </Modal>
  );
}

function Fields({ request, exporting }: { request: ExportRequest; exporting: ExportActions }) {
  const { say } = useWords();
  const [what, setWhat] = useState<ExportWhat>('csv');
  const [warnings, setWarnings] = useState(false);
  const [refused, setRefused] = useState(false);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        exporting.begin(request, what, { warnings, refused });
      }}
    >
      <p className={classes.quiet}>{request.ids === null ? say('export:listed', { count: request.count }) : say('export:selected', { count: request.count })}</p>
      <Radio.Group label={say('export:what.label')} value={what} onChange={(value) => setWhat(ExportWhat.parse(value))}>
        <div className={classes.options}>
          {ExportWhat.options.map((one) => (
            <Radio key={one} size="xs" value={one} label={say(`export:what.${one}`)} description={say(`export:what.${one}Hint`)} data-autofocus={one === 'csv' || undefined} />
          ))}
        </div>
      </Radio.Group>
      {what === 'folders' ? (
        <div className={classes.options}>
          <Checkbox checked={warnings} label={say('export:warnings')} onChange={(event) => setWarnings(event.currentTarget.checked)} />
          <Checkbox checked={refused} label={say('export:refused')} onChange={(event) => setRefused(event.currentTarget.checked)} />
        </div>
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit">{say('export:choose')}</Button>
        <Button variant="subtle" color="gray" onClick={exporting.close}>{say('export:cancel')}</Button>
      </div>
    </form>
  );
}
