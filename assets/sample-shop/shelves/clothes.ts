import { product, shows } from './shelf.ts';

export const clothes = [
  product('sun-shirt', 'T-shirt, sun print', '太阳印花T恤', 2200),
  product('jumper', 'Merino jumper', '美利奴羊毛衫', 6400),
  product('striped-shirt', 'T-shirt, sailor stripes', '海魂条纹T恤', 2400, [{ shows: [shows('person', ['amazon-main']), shows('faces', ['amazon-main'])] }]),
  product('tote', 'Canvas tote, leaf print', '叶纹帆布袋', 1800),
  product('beanie', 'Bobble hat', '毛球帽', 1900),
  product('socks', 'Walking socks', '徒步袜', 1100, [
    { shows: [shows('duplicate')] },
    { name: 'socks-again', copyOf: 'socks', shows: [shows('duplicate')] },
  ]),
  product('scarf', 'Lambswool scarf', '羊羔毛围巾', 3300, [
    { size: [1000, 1000], shows: [shows('duplicate')] },
    { name: 'scarf-as-png', pixelsOf: 'scarf', format: 'png', shows: [shows('duplicate')] },
  ]),
  product('cap', 'Six-panel cap', '六片棒球帽', 2000, [
    { shows: [shows('near-duplicate')] },
    { name: 'cap-retouched', fill: 0.865, quality: 72, exposure: 1.12, shows: [shows('near-duplicate')] },
  ]),
];
