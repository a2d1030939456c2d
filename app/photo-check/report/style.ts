/** How a report looks, on screen and on paper. Light alone: it is meant to be printed and sent on. */
export const reportStyle = `
:root { color-scheme: light; font: 13px/1.5 Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; color: #17191a; }
body { max-width: 1080px; margin: 0 auto; padding: 24px; }
h1 { margin: 0 0 4px; font-size: 20px; }
h2 { margin: 24px 0 8px; font-size: 15px; }
h3 { margin: 0; font-size: 14px; overflow-wrap: anywhere; }
p { margin: 0; }
.quiet { color: #51585c; font-size: 12px; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; text-align: left; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #e1e4e5; vertical-align: top; font-weight: 400; }
thead th { color: #51585c; font-size: 12px; }
td.number, th.number { text-align: right; }
.photo { display: grid; grid-template-columns: 168px 1fr; gap: 16px; padding: 16px 0; border-top: 1px solid #c4c9cb; break-inside: avoid; }
.picture { width: 160px; height: 160px; border: 1px solid #e1e4e5; background: #cdd0d1; object-fit: contain; }
.body { display: grid; gap: 8px; min-width: 0; align-content: start; }
.verdicts { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 0; padding: 0; list-style: none; }
.pass { color: #1b6b3c; } .warn { color: #7d4f00; } .fail { color: #ad241c; }
.mark { font-weight: 700; }
.waived { color: #51585c; }
a { color: #0a7a72; }
@media print { body { padding: 0; } a { color: inherit; } }
`;

/** The style's SHA-256, by which the page's policy allows it and nothing else. A test holds the two together. */
export const reportStyleHash = 'sha256-lOubwowWdsNykSwZaFMfFKHFlg7KI7TnjUYLLrCjqKQ=';
