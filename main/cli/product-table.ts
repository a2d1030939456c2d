import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { z } from 'zod';
import { FieldId, fileIndex, guessMapping, keepsRowOut, mainSlot, missingSlots, type Mapping, type ProductDraft } from '../../app/catalog/index.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { noContext, type ChannelVerdict, type PhotoContext, type Verdict } from '../../app/photo-check/index.ts';
import { openSheet, readProducts, type Sheet } from '../sheets/index.ts';
import { productError, sheetSentences, type ProductError } from './product-messages.ts';

/** One product in the JSON of `vitrine photos check --products`. */
export interface ProductReport {
  readonly sku: string | null;
  readonly title: string | null;
  readonly photos: readonly { readonly file: string; readonly slot: number }[];
  /** empty slots up to the last one taken; the main one where there is no picture */
  readonly missing: readonly number[];
  /** by channel, the worst of its photos */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** A table of products laid over the pictures that are checked. */
export interface ProductTable {
  /** where a picture stands and what colours are declared for it; `file` as it was found */
  contextOf(file: string): PhotoContext;
  report(channelsOf: (file: string) => Readonly<Partial<Record<string, ChannelVerdict>>> | undefined): readonly ProductReport[];
  /** rows that were left out */
  readonly errors: readonly ProductError[];
  readonly warnings: readonly ProductError[];
}

const MapFile = z.record(z.string(), FieldId.nullable());

/** What columns mean: by their headings, and by the file of `--map` where it says otherwise. */
async function mappingFor(sheet: Sheet, mapFile: string | null, from: string): Promise<Result<Mapping, string>> {
  const guessed = guessMapping(sheet.header);
  if (mapFile === null) return ok(guessed);
  try {
    const told = MapFile.safeParse(JSON.parse(await readFile(resolve(from, mapFile), 'utf8')));
    if (!told.success) return err(`${mapFile}: it must be an object of headings and fields, e.g. {"货号": "sku"}; fields are ${FieldId.options.join(', ')}, or null`);
    const unknown = Object.keys(told.data).filter((heading) => !sheet.header.includes(heading));
    if (unknown.length > 0) return err(`${mapFile}: the table has no column ${unknown.join(', ')}; it has ${sheet.header.filter((heading) => heading !== '').join(', ')}`);
    return ok(guessed.map((field, column) => {
      const heading = sheet.header[column] ?? '';
      return Object.hasOwn(told.data, heading) ? (told.data[heading] ?? null) : field;
    }));
  } catch (cause) {
    return err(`cannot read ${mapFile}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

const rank: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, fail: 2 };
const titleOf = ({ titles }: ProductDraft): string | null => titles.en ?? titles['zh-CN'];

/** Colours declared for a picture: its variant's, else all of its product. */
function coloursOf(draft: ProductDraft, variantKey: string | null): string[] {
  const own = draft.variants.find(({ key }) => key === variantKey)?.colour;
  if (own != null) return [own];
  return [...draft.colours, ...draft.variants.flatMap(({ colour }) => colour ?? [])];
}

/** @param files the pictures that are checked, as they were found. The error is a sentence that names the table. */
export async function openProductTable(named: string, mapFile: string | null, files: readonly string[], from: string, day: string): Promise<Result<ProductTable, string>> {
  const path = resolve(from, named);
  const sheet = await openSheet(path);
  if (!sheet.ok) return err(`${named} ${sheetSentences[sheet.error.code]}`);
  const mapping = await mappingFor(sheet.value, mapFile, from);
  if (!mapping.ok) return mapping;
  const fileOf = new Map(files.map((file) => [relative(dirname(path), resolve(from, file)), file]));
  const { products, problems } = readProducts(sheet.value, { mapping: mapping.value, index: fileIndex([...fileOf.keys()]), pictureFolder: '', today: day });
  const placed = products.map(({ draft, pictures }) => ({
    draft,
    photos: pictures.flatMap(({ slot, photoPath, variant }) => {
      const file = photoPath === null ? undefined : fileOf.get(photoPath);
      return file === undefined ? [] : [{ file, slot, colours: coloursOf(draft, variant) }];
    }),
  }));
  const contexts = new Map<string, PhotoContext>();
  for (const { photos } of placed) {
    for (const { file, slot, colours } of photos) {
      const known = contexts.get(file);
      // a picture of several products is judged as a main picture where it is one anywhere
      const isMain = slot === mainSlot || known?.slot === 'main';
      contexts.set(file, { slot: isMain ? 'main' : 'other', colours: [...new Set([...(known?.colours ?? []), ...colours])] });
    }
  }
  return ok({
    contextOf: (file) => contexts.get(file) ?? noContext,
    report: (channelsOf) =>
      placed.map(({ draft, photos }) => {
        const verdicts: Record<string, Verdict> = {};
        for (const { file } of photos) {
          for (const [channel, judged] of Object.entries(channelsOf(file) ?? {})) {
            if (judged !== undefined && rank[judged.verdict] >= rank[verdicts[channel] ?? 'pass']) verdicts[channel] = judged.verdict;
          }
        }
        return { sku: draft.sku, title: titleOf(draft), photos: photos.map(({ file, slot }) => ({ file, slot })), missing: missingSlots(photos), verdicts };
      }),
    errors: problems.filter(({ code }) => keepsRowOut(code)).map(productError),
    warnings: problems.filter(({ code }) => !keepsRowOut(code)).map(productError),
  });
}
