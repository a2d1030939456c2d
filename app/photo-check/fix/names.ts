/** Name of a photo's copy, one of its own a photo, whatever the case: `mug.png` and `mug.jpg` give `mug.jpg` and `mug-2.jpg`. */
export function copyNames(photos: readonly { readonly key: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    photos.map(({ key, name }) => {
      const stem = name.replace(/(?!^)\.[^.]*$/, '');
      let own = stem;
      for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${stem}-${n}`;
      taken.add(own.toLowerCase());
      return [key, `${own}.jpg`] as const;
    }),
  );
}
