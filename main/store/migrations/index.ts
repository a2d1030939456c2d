import { photos } from './0001-photos.ts';
import { jobs } from './0002-jobs.ts';
import { settingsAndAudit } from './0003-settings-and-audit.ts';
import { models } from './0004-models.ts';
import { packs } from './0005-packs.ts';
import { fixes } from './0006-fixes.ts';
import { learning } from './0007-learning.ts';
import { photoDesk } from './0008-photo-desk.ts';
import { products } from './0009-products.ts';
import { watchedFolders } from './0010-watched-folders.ts';
import { approvals } from './0011-approvals.ts';
import { catalogueIndexes } from './0012-catalogue-indexes.ts';
import { productLines } from './0013-product-lines.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order: the n-th brings a database to version n. */
export const migrations: readonly Migration[] = [photos, jobs, settingsAndAudit, models, packs, fixes, learning, photoDesk, products, watchedFolders, approvals, catalogueIndexes, productLines];
