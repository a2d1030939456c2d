import { rowErrorCodes, type DryRun } from '../../../../app/contract/products.ts';
import { cx, StatusIcon } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';
import classes from './dry-run-panel.module.css';

const errors: ReadonlySet<string> = new Set(rowErrorCodes);

function Numbers({ run }: { run: DryRun }) {
  const { t, format } = useProductWords();
  const { products, rows } = run;
  const counts = [['new', products.new], ['changed', products.changed], ['unchanged', products.unchanged], ['bad', rows.bad]] as const;
  return (
    <dl className={classes.numbers}>
      {counts.map(([name, count]) => (
        <div key={name} className={classes.number} data-bad={(name === 'bad' && count > 0) || undefined}>
          <dt>{t(`products:run.${name}`)}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Pictures({ run: { pictures, variants } }: { run: DryRun }) {
  const { t } = useProductWords();
  const lines = [
    ...(variants > 0 ? [t('products:run.variants', { count: variants })] : []),
    ...(pictures.found > 0 ? [t('products:run.found', { count: pictures.found })] : []),
    ...(pictures.newPhotos > 0 ? [t('products:run.newPhotos', { count: pictures.newPhotos })] : []),
    ...(pictures.missing > 0 ? [t('products:run.missing', { count: pictures.missing })] : []),
    ...(pictures.addresses > 0 ? [t('products:run.addresses', { count: pictures.addresses })] : []),
  ];
  if (lines.length === 0) return null;
  return <ul className={classes.lines}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

/** Rows of one problem that are seen at a glance; the others open. */
const atOnce = 5;

/** "Row 6 · SKU · A001 (first in row 2)": where to look in the table program, and for what. */
function ProblemRows({ rows }: { rows: DryRun['problems'] }) {
  const { t } = useProductWords();
  return (
    <ul className={classes.places}>
      {rows.map(({ row, column, value, other }) => (
        <li key={`${row}-${column}-${value}`} className={classes.place}>
          <span className={classes.row}>{t('products:run.rowOf', { row })}</span>
          {column === null ? null : <span className={classes.column} title={column}>{column}</span>}
          <span className={classes.value} title={value}>{value}</span>
          {other > 0 ? <span className={classes.column}>{t('products:run.firstIn', { row: other })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Problems({ run }: { run: DryRun }) {
  const { t } = useProductWords();
  if (run.problemCounts.length === 0) {
    return (
      <p className={classes.good}>
        <StatusIcon status="pass" />
        {t('products:run.noProblems')}
      </p>
    );
  }
  const shown = Map.groupBy(run.problems, ({ code }) => code);
  return (
    <>
      {run.problemCounts.map(({ code, count }) => {
        const rows = shown.get(code) ?? [];
        return (
          <section key={code} className={classes.problem} aria-label={t(`products:problem.${code}.title`)}>
            <h4 className={classes.summary}>
              <StatusIcon status={errors.has(code) ? 'fail' : 'warn'} />
              <span>{t(`products:problem.${code}.title`)}</span>
              <span className={classes.count}>{count}</span>
            </h4>
            <p className={classes.remedy}>{t(`products:problem.${code}.remedy`)}</p>
            <ProblemRows rows={rows.slice(0, atOnce)} />
            {rows.length > atOnce ? (
              <details>
                <summary className={classes.others}>{t('products:run.more', { count: rows.length - atOnce })}</summary>
                <ProblemRows rows={rows.slice(atOnce)} />
              </details>
            ) : null}
            {count > rows.length ? <p className={classes.remedy}>{t('products:run.more', { count: count - rows.length })}</p> : null}
          </section>
        );
      })}
    </>
  );
}

function Samples({ run }: { run: DryRun }) {
  const { t, format } = useProductWords();
  if (run.samples.length === 0) return <p className={classes.quiet}>{t('products:run.none')}</p>;
  return (
    <table className={cx('v-table', classes.rows)}>
      <thead>
        <tr>
          <th scope="col">{t('products:list.product')}</th>
          <th scope="col">{t('products:list.sku')}</th>
          <th scope="col" className="v-end">{t('products:list.pictures')}</th>
          <th scope="col">{t('products:run.changeHead')}</th>
        </tr>
      </thead>
      <tbody>
        {run.samples.map(({ title, sku, change, pictures }) => (
          <tr key={`${sku}-${title}`}>
            <td className={classes.value} title={title}>{title}</td>
            <td className={classes.value}>{sku}</td>
            <td className="v-end">{format.number(pictures)}</td>
            <td>{t(`products:run.change.${change}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What applying would do: how many products are new, changed, as they were; what is wrong, row by row; the first ones. */
export function DryRunPanel({ run, stale }: { run: DryRun; stale: boolean }) {
  const { t } = useProductWords();
  return (
    <div className={classes.panel} data-stale={stale || undefined}>
      <Numbers run={run} />
      <Pictures run={run} />
      <h3 className={classes.heading}>{t('products:run.problems')}</h3>
      <Problems run={run} />
      <h3 className={classes.heading}>{t('products:run.samples')}</h3>
      <Samples run={run} />
    </div>
  );
}
