import type { RouteObject } from 'react-router';
import { ActivityPage } from '../features/activity/index.ts';
import { ChannelPage, ChannelsPage } from '../features/channels/index.ts';
import { ModelsPage } from '../features/models/index.ts';
import { LearningPage, PhotosPage } from '../features/photo-check/index.ts';
import { PlannedPage } from '../features/planned/index.ts';
import { ProductsPage } from '../features/products/index.ts';
import { SettingsPage } from '../features/settings/index.ts';
import { FoldersPage } from '../features/watching/index.ts';
import { TodayPage } from '../features/today/index.ts';
import { CommandCenterProvider } from './command-center.tsx';
import { commands } from './commands.ts';
import { Frame } from './frame.tsx';
import { places, type Place } from './places.ts';

const pages: Readonly<Partial<Record<Place['id'], () => React.ReactNode>>> = {
  today: TodayPage,
  photos: PhotosPage,
  learning: LearningPage,
  folders: FoldersPage,
  products: ProductsPage,
  activity: ActivityPage,
  models: ModelsPage,
  settings: SettingsPage,
};

function route(place: Place): RouteObject {
  const Built = pages[place.id];
  return { path: place.path, element: Built ? <Built /> : <PlannedPage place={place} /> };
}

/** One route a place of the rail; an unknown address shows Today. */
export const routes: RouteObject[] = [
  {
    element: (
      <CommandCenterProvider commands={commands}>
        <Frame />
      </CommandCenterProvider>
    ),
    children: [...places.map(route), { path: '/channels', element: <ChannelsPage /> }, { path: '/channels/:channel', element: <ChannelPage /> }, { path: '*', element: <TodayPage /> }],
  },
];
