export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface ChartOptions {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly logX?: boolean;
}

const width = 760;
const height = 420;
const margin = { top: 48, right: 170, bottom: 56, left: 72 };
const colours = ['#0b6e99', '#d1495b', '#66a182', '#edae49', '#5c4d7d', '#6c757d', '#b5651d', '#111111'];
const mostXLabels = 12;

/** A line chart as a self-contained SVG document. */
export function lineChart(series: readonly Series[], options: ChartOptions): string {
  const xs = series.flatMap((s) => s.points.map(([x]) => x));
  const ys = series.flatMap((s) => s.points.map(([, y]) => y));
  const xOf = (x: number): number => (options.logX === true ? Math.log10(Math.max(x, 1e-9)) : x);
  const xRange = range(xs.map(xOf));
  const yRange = { low: 0, high: Math.max(...ys, 1e-9) * 1.05 };
  const px = (x: number): number =>
    margin.left +
    ((xOf(x) - xRange.low) / (xRange.high - xRange.low || 1)) * (width - margin.left - margin.right);
  const py = (y: number): number =>
    height -
    margin.bottom -
    ((y - yRange.low) / (yRange.high - yRange.low || 1)) * (height - margin.top - margin.bottom);
  const body = [
    text(width / 2, 26, options.title, 'middle', 16),
    text((margin.left + width - margin.right) / 2, height - 14, options.xLabel, 'middle', 12),
    `<text x="18" y="${height / 2}" font-size="12" text-anchor="middle" transform="rotate(-90 18 ${height / 2})">${escape(options.yLabel)}</text>`,
    ...ticks(yRange.low, yRange.high).map(
      (y) =>
        `<line x1="${margin.left}" x2="${width - margin.right}" y1="${py(y)}" y2="${py(y)}" stroke="#ddd"/>${text(margin.left - 8, py(y) + 4, label(y), 'end', 11)}`,
    ),
    ...xLabels(xs).map((x) => text(px(x), height - margin.bottom + 18, label(x), 'middle', 11)),
    ...series.map((s, index) => {
      const colour = colours[index % colours.length] as string;
      const path = s.points.map(([x, y]) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`).join(' ');
      const dots = s.points
        .map(([x, y]) => `<circle cx="${px(x).toFixed(1)}" cy="${py(y).toFixed(1)}" r="3" fill="${colour}"/>`)
        .join('');
      const legendY = margin.top + 18 * index;
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<rect x="${width - margin.right + 16}" y="${legendY - 9}" width="12" height="12" fill="${colour}"/>${text(width - margin.right + 34, legendY + 1, s.name, 'start', 12)}`;
    }),
  ].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" fill="#222">\n<rect width="100%" height="100%" fill="#fff"/>\n${body}\n</svg>\n`;
}

/** Each value measured where they are few, else round ones. */
function xLabels(xs: readonly number[]): readonly number[] {
  const distinct = [...new Set(xs)].sort((a, b) => a - b);
  return distinct.length <= mostXLabels ? distinct : ticks(distinct[0]!, distinct.at(-1)!);
}

function range(values: readonly number[]): { low: number; high: number } {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((m) => m * magnitude).find((candidate) => candidate >= rough) ?? magnitude * 10;
  const out: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) out.push(value);
  return out;
}

function label(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

function text(x: number, y: number, content: string, anchor: string, size: number): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="${anchor}">${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
