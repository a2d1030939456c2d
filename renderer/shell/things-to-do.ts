import { useCall } from '../bridge/index.ts';
import type { PlaceId } from './places.ts';

/** What waits for a person, by place. Counts on the rail are things to do, never totals. */
export function useThingsToDo(): { readonly [P in PlaceId]?: number } {
  const counts = useCall('photos.counts', {}).data;
  const jobs = useCall('jobs.list', {}).data;
  const models = useCall('models.list', {}).data;
  return {
    photos: counts?.toReview ?? 0,
    activity: jobs?.filter((job) => job.state === 'failed' || (job.state === 'done' && job.failed > 0)).length ?? 0,
    models: models?.models.filter((model) => model.integrity !== 'verified' && model.integrity !== 'unchecked').length ?? 0,
  };
}
