import { clutterGrades } from '../types.ts';
import type { Rule } from './rule.ts';

export const textOverlay: Rule<'text-overlay'> = ({ measures }, { minConfidence }) => {
  const lines = measures.textOverlays.filter(({ confidence }) => confidence >= minConfidence);
  if (lines.length === 0) return null;
  return {
    measured: { value: lines.map(({ text }) => text), unit: 'text' },
    required: { value: [], unit: 'text', bound: 'none' },
    boxes: lines.map(({ box }) => box),
    confidence: Math.max(...lines.map(({ confidence }) => confidence)),
  };
};

export const watermark: Rule<'watermark'> = ({ measures }, { minConfidence }) => {
  const marks = measures.watermarks.filter(({ confidence }) => confidence >= minConfidence);
  if (marks.length === 0) return null;
  return {
    measured: { value: marks.map(({ text }) => text), unit: 'text' },
    required: { value: [], unit: 'text', bound: 'none' },
    boxes: marks.map(({ box }) => box),
    confidence: Math.max(...marks.map(({ confidence }) => confidence)),
  };
};

export const clutter: Rule<'clutter'> = ({ measures }, { most }) => {
  const { grade, items, confidence } = measures.clutter;
  if (clutterGrades.indexOf(grade) <= clutterGrades.indexOf(most)) return null;
  return {
    measured: { value: grade, unit: 'grade' },
    required: { value: most, unit: 'grade', bound: most === 'none' ? 'none' : 'max' },
    boxes: items,
    confidence,
  };
};
