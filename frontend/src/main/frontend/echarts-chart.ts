import { LitElement, css, html } from 'lit';
import type { ECharts } from 'echarts/core';

type Json = any;

/** At most four significant digits: what a person can compare at a glance. */
const short = (value: Json): string => {
  if (typeof value !== 'number') return value == null || value === '-' ? '–' : String(value);
  if (value !== 0 && (Math.abs(value) < 0.001 || Math.abs(value) >= 1e6)) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
};

/**
 * One Apache ECharts chart. The server sends whole options; strings like "var(--ink)" become the theme's colours, series keep
 * their ids, so that live updates move lines instead of redrawing them. Tooltips are drawn as rich text: names are data, never HTML.
 * Every page knows this element; the library behind it comes with the first chart.
 */
class EchartsChart extends LitElement {
  static styles = css`
    :host { display: block; min-height: 200px; position: relative; }
    #canvas { position: absolute; inset: 0; }
  `;

  private chart?: ECharts;
  private option?: Json;
  private resizer = new ResizeObserver(() => this.chart?.resize());
  private themes = new MutationObserver(() => this.draw(true));
  private scheme = window.matchMedia('(prefers-color-scheme: dark)');
  private schemeChanged = () => this.draw(true);

  render() {
    return html`<div id="canvas"></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme'] });
    this.scheme.addEventListener('change', this.schemeChanged);
    this.resizer.observe(this);
    if (this.hasUpdated) this.start();
  }

  disconnectedCallback() {
    this.themes.disconnect();
    this.scheme.removeEventListener('change', this.schemeChanged);
    this.resizer.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  firstUpdated() {
    this.start();
  }

  private async start() {
    const { init } = await import('./echarts-library');
    if (this.chart || !this.isConnected) return;
    this.chart = init(this.renderRoot.querySelector<HTMLElement>('#canvas')!);
    this.chart.on('click', (event: Json) => this.tell('chart-select', event.data?.trial ?? event.seriesId ?? ''));
    this.chart.on('axisareaselected', () => this.brushed());
    this.draw(true);
  }

  /** Called by the server. Series keep their ids; those that are gone leave the chart. */
  show(option: Json) {
    this.option = option;
    this.draw(false);
  }

  /** Called by the server: lights one trial up, or none when the id is empty. */
  light(trial: string) {
    const chart = this.chart;
    if (!chart || !this.option) return;
    chart.dispatchAction({ type: 'downplay' });
    if (!trial) return;
    (this.option.series ?? []).forEach((series: Json, seriesIndex: number) => {
      if (series.id === trial) chart.dispatchAction({ type: 'highlight', seriesIndex });
      const dataIndex = (series.data ?? []).findIndex((item: Json) => item?.trial === trial);
      if (dataIndex >= 0) chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
    });
  }

  private draw(whole: boolean) {
    if (!this.chart || !this.option) return;
    const option = this.themed(this.resolve(this.option));
    if (whole) this.chart.clear();
    this.chart.setOption(option, { replaceMerge: ['series', 'parallelAxis'], lazyUpdate: false });
  }

  private brushed() {
    const series = (this.chart as Json).getModel().getSeries()[0];
    const rows: Json[] = this.option.series[0].data;
    const active: number[] = series.getRawIndicesByActiveState('active');
    const all = active.length === 0 || active.length === rows.length;
    this.tell('chart-brush', all ? '' : active.map((index) => rows[index].trial).join(','));
  }

  private tell(type: string, trials: string) {
    this.dispatchEvent(new CustomEvent(type, { detail: { trials } }));
  }

  private token(name: string): string {
    const probe = this.renderRoot.querySelector<HTMLElement>('#canvas')!;
    probe.style.color = `var(${name})`;
    const color = getComputedStyle(probe).color;
    probe.style.color = '';
    return canvasColor(color);
  }

  private resolve(value: Json): Json {
    if (typeof value === 'string') return value.startsWith('var(--') ? this.token(value.slice(4, -1)) : value;
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.resolve(item)]));
    }
    return value;
  }

  private themed(option: Json): Json {
    const ink = this.token('--ink');
    const muted = this.token('--ink-2');
    const line = this.token('--line');
    const font = getComputedStyle(this).fontFamily;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const axis = (own: Json) => this.axis(own, muted, line);
    return {
      animationDuration: calm ? 0 : 300,
      animationDurationUpdate: calm ? 0 : 250,
      aria: { enabled: true },
      ...option,
      textStyle: { fontFamily: font, color: ink, ...option.textStyle },
      tooltip: {
        renderMode: 'richText', confine: true, backgroundColor: this.token('--surface-raised'), borderColor: line,
        padding: [8, 10], textStyle: { color: ink, fontFamily: font, fontSize: 12 }, valueFormatter: short, ...option.tooltip,
        ...(option.tooltip?.template ? { formatter: fill(option.tooltip.template) } : {}),
      },
      ...(option.legend ? { legend: { textStyle: { color: muted }, pageTextStyle: { color: muted }, ...option.legend } } : {}),
      ...(option.visualMap ? { visualMap: { textStyle: { color: muted }, formatter: short, ...option.visualMap } } : {}),
      ...(option.xAxis ? { xAxis: axis(option.xAxis), yAxis: axis(option.yAxis) } : {}),
      ...(option.parallelAxis ? { parallelAxis: option.parallelAxis.map((own: Json) => parallelAxis(own, line, ink, this.token('--surface'))) } : {}),
    };
  }

  private axis(own: Json, muted: string, line: string): Json {
    return {
      ...own,
      nameTextStyle: { color: muted, fontSize: 11, ...own.nameTextStyle },
      axisLine: { show: own.type === 'category', lineStyle: { color: line }, ...own.axisLine },
      axisTick: { show: false },
      axisLabel: { color: muted, fontSize: 11, hideOverlap: true, ...(own.type === 'category' ? {} : { formatter: short }), ...own.axisLabel },
      splitLine: { show: own.type !== 'category', lineStyle: { color: line, opacity: 0.6 }, ...own.splitLine },
    };
  }
}

/** Canvas knows no oklch() in gradients of every browser: one pixel tells the plain colour. */
const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
const known = new Map<string, string>();
const canvasColor = (color: string): string => {
  const seen = known.get(color);
  if (seen) return seen;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
  const plain = `rgba(${r},${g},${b},${a / 255})`;
  known.set(color, plain);
  return plain;
};

const parallelAxis = (own: Json, line: string, ink: string, surface: string): Json => ({
  nameTextStyle: { color: ink, fontSize: 11, fontWeight: 600 }, nameTruncate: { maxWidth: 130 }, nameGap: 14,
  axisLine: { lineStyle: { color: line, width: 1.5 } }, axisTick: { lineStyle: { color: line } },
  ...own,
  axisLabel: { color: ink, fontSize: 11, backgroundColor: surface, padding: [1, 3], borderRadius: 3, ...(own.type === 'category' ? {} : { formatter: short }), ...own.axisLabel },
});

/** "{b}: {c2}" -> the item's name and its third value; "{t}" is the item's own note. */
const fill = (template: string) => (item: Json): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => {
    if (key === 't') return item.data?.note ?? '';
    if (key === 'b') return item.name;
    if (key === 's') return item.seriesName;
    return short((item.value ?? [])[Number(key.slice(1))]);
  });

customElements.define('echarts-chart', EchartsChart);
