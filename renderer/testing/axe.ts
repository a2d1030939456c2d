import axe from 'axe-core';

/** What axe finds wrong in the document, one line each. Contrast needs a real window: the end-to-end tests look at it. */
export async function axeProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
