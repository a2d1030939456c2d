import { dot } from '../../../kernel/linear-algebra.ts';

/** A picture as far as its product can be told. */
export interface Pictured {
  readonly id: string;
  /** file name */
  readonly name: string;
  /** the product it is known to show; null where nothing is known */
  readonly product: string | null;
  /** L2-normalised; null where no model has looked at it */
  readonly embedding: Float32Array | null;
}

/** Pictures so alike show the same thing, whatever they are called: two apples of different sorts reach .95. */
const sameCosine = 0.955;

/** Words at the end of a name that tell views of one product apart. */
const views = /[\s_.()-]+(?:front|back|side|left|right|top|bottom|detail|zoom|main|alt|model|packshot|iconic|copy|正面|背面|侧面|细节|主图|\d{1,3})\)?$/iu;
/** What cameras and phones call their files: such names say nothing of the product. */
const cameras = /^(?:img|dsc[fn]?|pxl|mvimg|photo|image|picture|screenshot|screen|wx_camera|mmexport|微信图片|照片|图片|p|wp)[\s_.-]*\d*/iu;

/** What several pictures of one product have in common in their names; null where a name says nothing. */
export function stemOf(name: string): string | null {
  let stem = name.replace(/\.[a-z0-9]{1,5}$/iu, '').normalize('NFKC').toLowerCase();
  if (cameras.test(stem) && stem.replace(cameras, '').replaceAll(/[\d\s_.()-]/g, '') === '') return null;
  for (let before = ''; before !== stem; ) {
    before = stem;
    stem = stem.replace(views, '');
  }
  return /\p{L}{3}|\d{4}/u.test(stem) ? stem : null;
}

/**
 * The group of each picture: pictures of one product, copies of one picture and pictures that look the same belong
 * together. `pairs`: pictures known to be duplicates. A group is named after the first of its ids.
 */
export function groupPictures(pictures: readonly Pictured[], pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const parent = new Map(pictures.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    return root;
  };
  const join = (a: string, b: string): void => {
    if (!parent.has(a) || !parent.has(b)) return;
    const [first, second] = [rootOf(a), rootOf(b)].toSorted();
    parent.set(second!, first!);
  };
  const byKey = new Map<string, string>();
  for (const { id, name, product } of pictures) {
    const stem = stemOf(name);
    for (const key of [product === null ? null : `product ${product}`, stem === null ? null : `name ${stem}`]) {
      if (key === null) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, id);
      else join(known, id);
    }
  }
  for (const [a, b] of pairs) join(a, b);
  const seen = pictures.flatMap(({ id, embedding }) => (embedding === null ? [] : [{ id, embedding }]));
  seen.forEach((one, i) => {
    for (let j = 0; j < i; j++) if (dot(one.embedding, seen[j]!.embedding) >= sameCosine) join(one.id, seen[j]!.id);
  });
  return new Map(pictures.map(({ id }) => [id, rootOf(id)]));
}
