import { useCall } from '../bridge/index.ts';
import { useUnseenFailures } from './activity-seen.ts';
import type { PlaceId } from './places.ts';

/** What waits for a person, by place. Counts on the rail are things to do, never totals. */
export function useThingsToDo(): { readonly [P in PlaceId]?: number } {
  const counts = useCall('photos.counts', {}).data;
  const jobs = useCall('jobs.list', {}).data;
  const unseen = useUnseenFailures(jobs);
  const models = useCall('models.list', {}).data;
  return {
    photos: counts?.toReview ?? 0,
    activity: unseen,
    models: models?.models.filter((model) => model.integrity !== 'verified' && model.integrity !== 'unchecked').length ?? 0,
  };
}
