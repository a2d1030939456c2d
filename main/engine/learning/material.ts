import { embeddingModel } from '../../../app/photo-check/index.ts';
import { groupPictures, readinessOf, type LabelledPicture, type Material, type Readiness } from '../../../app/photo-check/learning/defects/index.ts';
import { hashOf } from '../../../app/kernel/random.ts';
import type { KeptLabel, StoredPicture } from '../../store/labels.ts';
import type { Store } from '../../store/index.ts';

/** So many pictures show well enough how products differ. */
const mostOthers = 256;

const stampsOf = (models: string): { id: string; version: string }[] => JSON.parse(models) as { id: string; version: string }[];
export const embeddedBy = ({ models }: StoredPicture): string | null => embeddingModel(stampsOf(models));

/** Labelled pictures that have an embedding. */
export function labelledPictures(store: Store, labels: readonly KeptLabel[]): (LabelledPicture & StoredPicture)[] {
  const told = new Map(labels.filter(({ label }) => label !== 'skip').map(({ photoId, label }) => [photoId, label]));
  return store.labels.pictures([...told.keys()]).map((picture) => ({ ...picture, bad: told.get(picture.id) === 'bad' }));
}

/** So many pictures are compared by what they look like; of more, names, products and known copies are enough. */
const worthComparing = 400;

/** What each of the photos shows, by its id: photos of one product and copies of one picture have the same. */
export function productsOf(store: Store, photoIds: ReadonlySet<string>): ReadonlyMap<string, string> {
  const photos = store.labels.photos([...photoIds]);
  const pictures = photos.length > worthComparing ? photos.map((photo) => ({ ...photo, embedding: null })) : photos;
  return groupPictures(pictures, store.labels.pairs([...photoIds]));
}

/** What is missing until a defect can be trained. */
export function readinessNow(store: Store, labels: readonly KeptLabel[]): Readiness {
  const labelled = labelledPictures(store, labels);
  return readinessOf(labelled, store.labels.pairs(labelled.map(({ id }) => id)));
}

/**
 * All that a training needs, and the model whose embeddings it is about. Where an update of that model has not reached
 * every photo yet, pictures of the version that saw most labelled ones are taken, and the others left out. `learntUpTo`:
 * the last label that is in it; what staff say from here on is for the next training.
 */
export function gatherMaterial(store: Store, defect: string): { readonly material: Material; readonly embedding: string; readonly learntUpTo: number } {
  const labels = store.labels.of(defect);
  const labelled = labelledPictures(store, labels);
  const counts = new Map<string, number>();
  for (const picture of labelled) counts.set(embeddedBy(picture) ?? '', (counts.get(embeddedBy(picture) ?? '') ?? 0) + 1);
  const embedding = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const fits = (picture: StoredPicture): boolean => embeddedBy(picture) === embedding;
  const told = new Set(labels.map(({ photoId }) => photoId));
  const drawn = store.labels.catalogue().filter((id) => !told.has(id)).toSorted((a, b) => hashOf(a) - hashOf(b)).slice(0, mostOthers);
  const others = store.labels.pictures(drawn).filter(fits);
  const usable = labelled.filter(fits);
  const ids = [...usable, ...others].map(({ id }) => id);
  return { embedding, learntUpTo: labels.at(-1)?.seq ?? 0, material: { labelled: usable, others, pairs: store.labels.pairs(ids) } };
}
