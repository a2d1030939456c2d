import {
  IconActivity,
  IconAddressBook,
  IconBox,
  IconCamera,
  IconCpu,
  IconFolderSymlink,
  IconMessageCircle,
  IconPhoto,
  IconReceipt,
  IconSchool,
  IconSettings,
  IconSparkles,
  IconSunHigh,
  type Icon,
} from '@tabler/icons-react';

export const placeIds = [
  'today',
  'photos',
  'learning',
  'folders',
  'cameras',
  'recommend',
  'customers',
  'assist',
  'products',
  'orders',
  'activity',
  'models',
  'settings',
] as const;
export type PlaceId = (typeof placeIds)[number];

export interface Place {
  readonly id: PlaceId;
  readonly path: string;
  readonly icon: Icon;
  readonly key?: string;
  /** a page of another place: it has an address and a command, and no line of its own on the rail */
  readonly within?: PlaceId;
  /** not built yet: its page says what it will do */
  readonly planned?: true;
  /** at the foot of the rail */
  readonly foot?: true;
}

/** The rail, top to bottom. Routes, 'go to' commands and shortcuts come from this table. */
export const places: readonly Place[] = [
  { id: 'today', path: '/', icon: IconSunHigh, key: 'mod+1' },
  { id: 'photos', path: '/photos', icon: IconPhoto, key: 'mod+2' },
  { id: 'learning', path: '/photos/learning', icon: IconSchool, within: 'photos' },
  { id: 'folders', path: '/photos/folders', icon: IconFolderSymlink, within: 'photos' },
  { id: 'cameras', path: '/cameras', icon: IconCamera, key: 'mod+3', planned: true },
  { id: 'recommend', path: '/recommend', icon: IconSparkles, key: 'mod+4', planned: true },
  { id: 'customers', path: '/customers', icon: IconAddressBook, key: 'mod+5', planned: true },
  { id: 'assist', path: '/assist', icon: IconMessageCircle, key: 'mod+6', planned: true },
  { id: 'products', path: '/products', icon: IconBox, key: 'mod+7' },
  { id: 'orders', path: '/orders', icon: IconReceipt, key: 'mod+8', planned: true },
  { id: 'activity', path: '/activity', icon: IconActivity, key: 'mod+9', foot: true },
  { id: 'models', path: '/models', icon: IconCpu, foot: true },
  { id: 'settings', path: '/settings', icon: IconSettings, key: 'mod+comma', foot: true },
];
