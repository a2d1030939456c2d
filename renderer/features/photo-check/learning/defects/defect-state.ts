import type { DefectRow } from '../../../../../app/contract/defects.ts';
import type { Status } from '../../../../design/index.ts';

export type DefectState = 'training' | 'labelling' | 'ready' | 'guessing' | 'outdated' | 'off' | 'on';

export const statusOf: Readonly<Record<DefectState, Status>> = {
  training: 'info', labelling: 'neutral', ready: 'info', guessing: 'warn', outdated: 'warn', off: 'neutral', on: 'pass',
};

/** Where a defect stands: what the person can or must do next follows from it. */
export function stateOf(defect: DefectRow): DefectState {
  if (defect.training) return 'training';
  if (defect.version === null) {
    if (defect.versions.length > 0) return 'guessing';
    return defect.missingGood + defect.missingBad > 0 ? 'labelling' : 'ready';
  }
  if (defect.outdated) return 'outdated';
  return defect.enabled ? 'on' : 'off';
}

/** The version that is told about: the one in use, else the newest. */
export const shownVersion = (defect: DefectRow): DefectRow['versions'][number] | undefined =>
  defect.versions.find(({ version }) => version === defect.version) ?? defect.versions[0];
