import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../design/index.ts';
import { Page } from '../../shell/page.tsx';
import { MeasureAll } from './measure-all.tsx';
import { ModelInspector } from './model-inspector.tsx';
import { ModelTable } from './model-table.tsx';
import { RuntimeList } from './runtime-list.tsx';

/** Which models this computer runs, on what, how fast, and whether their files are what they should be. */
export function ModelsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useCall('models.list', {});
  const chosen = data?.models.find((model) => model.id === params.get('model'));
  const choose = (id: string | null): void => setParams(id ? { model: id } : {}, { replace: true });
  return (
    <Page
      title={t('shell:places.models')}
      view={data ? t('models:count', { count: data.models.length }) : null}
      actions={data ? <MeasureAll ids={data.models.map(({ id }) => id)} /> : null}
      inspector={chosen && data ? <ModelInspector model={chosen} runtimes={data.runtimes} onClose={() => choose(null)} /> : null}
    >
      {error ? <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={7} /> : null}
      {data ? (
        <>
          <ModelTable models={data.models} runtimes={data.runtimes} chosen={chosen?.id ?? null} onChoose={choose} />
          <RuntimeList runtimes={data.runtimes} />
        </>
      ) : null}
    </Page>
  );
}
