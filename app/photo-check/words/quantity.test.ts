import { expect, it } from 'vitest';
import { saidOnce } from './quantity.ts';

it('says once what a stamp says all over a picture', () => {
  expect(saidOnce(['Vitrine版权所有', 'Vitrine 版权所有', 'ine版权所有', 'Vitrine 版', 'trine版', 'Vitrine版权所有'])).toEqual(['Vitrine版权所有']);
});

it('keeps what is written otherwise, in its order, and what could not be read', () => {
  expect(saidOnce(['SALE', '-30%', '', 'sale', ''])).toEqual(['SALE', '-30%', '']);
});
