import { splitPictures, type Mapping, type RowProblem } from '../../app/catalog/index.ts';
import type { Sheet } from './open-sheet.ts';

interface Place {
  readonly row: number;
  readonly column: string;
}

const pictureFields: ReadonlySet<string> = new Set(['main-picture', 'picture', 'variant-picture']);

/** Every cell that names a picture, by the name. */
function placesIn(sheet: Sheet, mapping: Mapping): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const columns = mapping.flatMap((field, column) => (field !== null && pictureFields.has(field) ? [column] : []));
  for (const row of sheet.rows.slice(sheet.firstRow)) {
    for (const column of columns) {
      for (const { ref } of splitPictures(row.cells[column] ?? '')) {
        const place = { row: row.number, column: sheet.header[column] ?? `${column + 1}` };
        const known = places.get(ref);
        if (known === undefined) places.set(ref, [place]);
        else known.push(place);
      }
    }
  }
  return places;
}

/** Problems with pictures, each at the cell that names the picture: a product knows its first row alone. */
export function atTheirCells(problems: readonly RowProblem[], sheet: Sheet, mapping: Mapping): readonly RowProblem[] {
  if (problems.length === 0) return problems;
  const places = placesIn(sheet, mapping);
  return problems.map((problem) => {
    const place = places.get(problem.value)?.find(({ row }) => row >= problem.row);
    return place === undefined ? problem : { ...problem, ...place };
  });
}
