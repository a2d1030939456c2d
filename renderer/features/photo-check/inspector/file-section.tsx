import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import type { z } from 'zod';
import { useWords, type Words } from '../logic/words.ts';
import { Facts, Section, type Fact } from './section.tsx';
import classes from './section.module.css';

type Detail = z.infer<typeof PhotoDetail>;

function factsOf({ row, photo, path, checkedAt }: Detail, { say, format }: Words): readonly Fact[] {
  const facts: Fact[] = [{ name: say('file.name'), value: row.name }];
  if (photo) {
    const size = say('quantity.size', { width: format.number(photo.width, 0), height: format.number(photo.height, 0) });
    const megapixels = say('quantity.megapixels', { value: format.number((photo.width * photo.height) / 1e6) });
    const colour = say('file.depth', { space: photo.colourSpace, bits: photo.bitDepth });
    facts.push({ name: say('file.pixels'), value: `${size} (${megapixels})` });
    facts.push({ name: say('file.format'), value: [photo.format.toUpperCase(), ...(photo.frames > 1 ? [say('file.frames', { count: photo.frames })] : [])].join(say('joined.facts')) });
    facts.push({ name: say('file.colour'), value: [colour, ...(photo.hasAlpha ? [say('file.alpha')] : [])].join(say('joined.facts')) });
    if (photo.profile) facts.push({ name: say('file.profile'), value: photo.profile.name || photo.profile.family });
    if (photo.jpegQuality !== null) facts.push({ name: say('file.jpegQuality'), value: photo.jpegQuality });
    if (photo.orientation > 1) facts.push({ name: say('file.orientation'), value: photo.orientation });
  }
  facts.push({ name: say('file.bytes'), value: format.bytes(row.bytes) });
  facts.push({ name: say('file.path'), value: path });
  facts.push({ name: say('file.added'), value: format.dateTime(row.importedAt) });
  if (checkedAt !== null) facts.push({ name: say('file.checked'), value: format.dateTime(checkedAt) });
  if (row.sha256) facts.push({ name: say('file.sha256'), value: <span className={classes.mono}>{row.sha256}</span> });
  return facts;
}

/** What the file says of itself, and where it lies. */
export function FileSection({ detail }: { detail: Detail }) {
  const words = useWords();
  return (
    <Section title={words.say('inspector.file')}>
      <Facts facts={factsOf(detail, words)} />
    </Section>
  );
}
