import { start } from '../shell/start.tsx';
import { createFakeBridge } from '../bridge/fake.ts';
import { fakeShop, type ShopState } from './fake-shop.ts';

// Looks: ?lang=zh-CN&theme=dark&shop=empty|sample&engine=stopped#/models
const query = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
localStorage.clear();
const language = query.get('lang') === 'zh-CN' ? 'zh-CN' : 'en';
const shop = fakeShop({
  shop: (query.get('shop') ?? 'sample') as ShopState['shop'],
  engine: (query.get('engine') ?? 'ready') as ShopState['engine'],
  settings: {
    language,
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    density: query.get('density') === 'comfortable' ? 'comfortable' : 'compact',
    railOpen: query.get('rail') === 'open',
    welcomed: query.get('shop') !== 'empty',
  },
});
start(createFakeBridge(shop, { start: { locale: language } }), root);
