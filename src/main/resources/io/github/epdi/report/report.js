'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const materials = data.materials.map((m, rank) => ({
    ...m,
    rank,
    text: [m.id, m.formula, m.host, m.dopants, m.side, ...m.flags, m.part].join(' ').toLowerCase(),
  }));
  const PER_PAGE = 50;
  const MINUS = '\u2212';
  const by = (id) => document.getElementById(id);

  function element(tag, properties = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in node && name !== 'list') node[name] = value;
      else node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  }

  const digits = (v) => (v === 0 ? '0.000' : v.toFixed(3).replace('-0.000', '0.000').replace('-', MINUS));
  const energy = (v, std) => (v == null ? '\u2013' : digits(v) + (std == null ? '' : ' \u00b1 ' + digits(std)));
  const signed = (v) => (v == null ? '' : (v > 0.0005 ? '+' : '') + digits(v));

  // The state of the page is in the address, so that a view can be sent to others.
  const FILTERS = ['q', 'group', 'host', 'dopant', 'side', 'dim', 'max'];
  const SECTIONS = new Set([...document.querySelectorAll('main > section')].map((s) => s.id));
  const state = { sort: 'rank', order: 'ascending', page: 0, quantity: 'p2', m: '' };

  function read() {
    const hash = location.hash.slice(1);
    if (SECTIONS.has(hash)) return false;
    const given = new URLSearchParams(hash);
    for (const name of FILTERS) by('f-' + name).value = given.get(name) ?? '';
    const column = COLUMNS.find((c) => c.key === given.get('sort'));
    state.sort = column ? column.key : 'rank';
    state.order = given.get('order') === 'descending' ? 'descending' : 'ascending';
    state.page = Math.max(0, Number.parseInt(given.get('page') ?? '1', 10) - 1 || 0);
    by('quantity').value = given.get('show') ?? 'p2';
    if (!by('quantity').value) by('quantity').value = 'p2';
    state.m = given.get('m') ?? '';
    return true;
  }

  function remember() {
    const now = new URLSearchParams();
    for (const name of FILTERS) if (by('f-' + name).value) now.set(name, by('f-' + name).value);
    if (state.sort !== 'rank' || state.order !== 'ascending') {
      now.set('sort', state.sort);
      now.set('order', state.order);
    }
    if (state.page > 0) now.set('page', state.page + 1);
    if (by('quantity').value !== 'p2') now.set('show', by('quantity').value);
    if (state.m) now.set('m', state.m);
    const hash = now.toString();
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
  }

  // Ranking
  const widest = materials.reduce((most, m) => Math.max(most, m.p2h ?? m.p2 ?? 0), 0.001);
  const COLUMNS = [
    { key: 'rank', title: '#', number: true, cell: (m) => String(m.rank + 1) },
    { key: 'id', title: 'Material' },
    { key: 'p2', title: '2D barrier (eV)', number: true, cell: barrierCell },
    ...(materials.some((m) => m.top != null) ? [
      { key: 'rh', title: 'Rank, 80 %', number: true, cell: (m) => (m.rl == null ? '\u2013' : m.rl + ' to ' + m.rh) },
      { key: 'top', title: 'P(best 10)', number: true, cell: (m) => (m.top == null ? '\u2013' : m.top.toFixed(2)) },
    ] : []),
    { key: 'change', title: 'vs pristine', number: true, cell: (m) => changeCell(m) },
    { key: 'p1', title: '1D barrier (eV)', number: true, cell: (m) => energy(m.p1, m.p1s) },
    { key: 'low', title: 'Lowest barrier (eV)', number: true, cell: (m) => energy(m.low, m.lows) },
    { key: 'ads', title: 'Adsorption (eV)', number: true, cell: (m) => energy(m.ads, m.adss) + ' ' + m.site },
    ...(materials.some((m) => m.ea != null) ? [
      { key: 'ea', title: 'Affinity (eV)', number: true, cell: (m) => energy(m.ea) },
      { key: 'wf', title: 'Work function (eV)', number: true, cell: (m) => energy(m.wf) },
    ] : []),
    { key: 'host', title: 'Host', cell: (m) => m.host },
    { key: 'dopants', title: 'Dopants', cell: (m) => m.dopants },
    { key: 'side', title: 'Side', cell: (m) => m.side },
    { key: 'flags', title: 'Remarks', cell: remarks },
  ];
  const TITLES = {
    p2: 'Energy to climb to travel without end in two directions',
    p1: 'Energy to climb to travel without end in one direction',
    change: '2D barrier minus that of the pristine host',
    low: 'Lowest forward or reverse barrier of all paths',
    ads: 'Lowest binding energy and its site; negative is bound',
    rh: 'Ranks that it has in 80 % of draws of all barriers from their intervals',
    top: 'Probability of being among the ten with the lowest 2D barrier',
    ea: 'Energy that an added electron gains in the slab',
    wf: 'Energy that it costs to take an electron from the slab',
  };

  function barrierCell(m) {
    if (m.p2 == null) return '\u2013';
    const bar = element('span', { className: 'bar' });
    bar.style.width = (3.4 * m.p2) / widest + 'rem';
    if (m.p2l == null) return [bar, energy(m.p2, m.p2s)];
    const whisker = element('i', { title: 'interval that holds in 80 % of unseen materials' });
    whisker.style.left = (3.4 * m.p2l) / widest + 'rem';
    whisker.style.width = (3.4 * (m.p2h - m.p2l)) / widest + 'rem';
    bar.append(whisker);
    return [bar, energy(m.p2, m.p2s) + ` [${digits(m.p2l)}, ${digits(m.p2h)}]`];
  }

  function changeCell(m) {
    const kind = m.change == null ? '' : m.change <= 0 ? ' lower' : ' higher';
    return element('span', { className: 'change' + kind }, signed(m.change));
  }

  function remarks(m) {
    const tags = [...m.flags];
    if (m.part === 'trained on') tags.unshift('in training data');
    if (m.part === 'chose the epoch') tags.unshift('in validation data');
    if (m.theory.length) tags.push('other level of theory: ' + m.theory.join(', '));
    return tags.map((tag) => element('span', { className: 'tag', title: m.doubt ?? '' }, tag));
  }

  function options(id, values, any) {
    by(id).append(element('option', { value: '' }, any), ...values.map((v) => element('option', { value: v }, v)));
  }

  function head() {
    const row = document.querySelector('#materials thead tr');
    for (const column of COLUMNS) {
      const button = element('button', { type: 'button', title: TITLES[column.key] ?? '' }, column.title);
      button.addEventListener('click', () => {
        const same = state.sort === column.key;
        state.order = same && state.order === 'ascending' ? 'descending' : 'ascending';
        state.sort = column.key;
        state.page = 0;
        showRanking();
      });
      const cell = element('th', { scope: 'col', className: column.number ? 'n' : '' }, button);
      cell.dataset.key = column.key;
      row.append(cell);
    }
  }

  function wanted() {
    const f = Object.fromEntries(FILTERS.map((name) => [name, by('f-' + name).value]));
    const words = f.q.toLowerCase().split(/\s+/).filter(Boolean);
    const most = f.max === '' ? Infinity : Number(f.max);
    return materials.filter((m) =>
      words.every((word) => m.text.includes(word)) &&
      (!f.group || (m.group ?? 'other') === f.group) &&
      (!f.host || m.host === f.host) &&
      (!f.dopant || m.dopants === f.dopant || m.elements.includes(f.dopant)) &&
      (!f.side || m.side === f.side) &&
      (!f.dim || dimension(m) === f.dim) &&
      (most === Infinity || (m.p2 != null && m.p2 <= most)));
  }

  const dimension = (m) => (m.p2 != null ? '2' : m.p1 != null ? '1' : '0');

  function compare(a, b) {
    const p = sortable(a);
    const q = sortable(b);
    if (p === q) return a.rank - b.rank;
    if (p == null) return 1; // what has no value comes last, whatever the order
    if (q == null) return -1;
    const sign = state.order === 'ascending' ? 1 : -1;
    return sign * (typeof p === 'number' ? p - q : p.localeCompare(q, 'en', { numeric: true })) || a.rank - b.rank;
  }

  const sortable = (m) => (state.sort === 'flags' ? [...m.flags, m.part].join(' ') : m[state.sort]);

  function showRanking() {
    const rows = wanted().sort(compare);
    const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
    state.page = Math.min(state.page, pages - 1);
    for (const th of document.querySelectorAll('#materials thead th')) {
      if (th.dataset.key === state.sort) th.setAttribute('aria-sort', state.order);
      else th.removeAttribute('aria-sort');
    }
    const first = state.page * PER_PAGE;
    document.querySelector('#materials tbody').replaceChildren(...rows.slice(first, first + PER_PAGE).map(rankingRow));
    by('count').textContent = `${rows.length} of ${materials.length} rows` +
      (pages > 1 ? `, ${first + 1} to ${Math.min(first + PER_PAGE, rows.length)} shown` : '');
    pager(pages);
    remember();
  }

  function rankingRow(m) {
    const row = element('tr');
    if (String(m.rank) === state.m) row.setAttribute('aria-current', 'true');
    for (const column of COLUMNS) {
      if (column.key === 'id') {
        row.append(element('th', { scope: 'row' }, detailLink(m)));
      } else {
        const content = column.cell(m);
        const cell = element('td', { className: column.number ? 'n' : column.key });
        cell.append(...(Array.isArray(content) ? content : [content]));
        row.append(cell);
      }
    }
    return row;
  }

  function detailLink(m) {
    const link = element('a', { href: m.link ?? '#m=' + m.rank }, m.id);
    if (m.link == null) link.dataset.rank = m.rank;
    return link;
  }

  function pager(pages) {
    const turn = (by) => () => { state.page += by; showRanking(); };
    const previous = element('button', { type: 'button', disabled: state.page === 0 }, 'Previous page');
    const next = element('button', { type: 'button', disabled: state.page >= pages - 1 }, 'Next page');
    previous.addEventListener('click', turn(-1));
    next.addEventListener('click', turn(1));
    by('pager').replaceChildren(...(pages > 1 ? [previous, `page ${state.page + 1} of ${pages}`, next] : []));
  }

  // Heat map
  function showHeatMap() {
    const key = by('quantity').value;
    const title = by('quantity').selectedOptions[0].textContent;
    const cells = new Map();
    for (const m of materials) {
      const at = m.host + '\n' + m.dopants;
      const cell = cells.get(at) ?? { count: 0, lowest: null };
      cell.count += 1;
      if (m[key] != null && (cell.lowest == null || m[key] < cell.lowest)) cell.lowest = m[key];
      cells.set(at, cell);
    }
    const values = [...cells.values()].map((c) => c.lowest).filter((v) => v != null);
    const low = Math.min(...values);
    const high = Math.max(...values);
    const head = element('tr', {}, element('td'));
    head.append(...data.dopants.map((d) => element('th', { scope: 'col' }, d)));
    document.querySelector('#cells thead').replaceChildren(head);
    document.querySelector('#cells caption').textContent = `${title} (eV), lowest of each cell`;
    document.querySelector('#cells tbody').replaceChildren(...data.hosts.map((host) => {
      const row = element('tr', {}, element('th', { scope: 'row' }, host));
      for (const dopant of data.dopants) row.append(heatCell(host, dopant, cells.get(host + '\n' + dopant), low, high, title));
      return row;
    }));
    legend(low, high, values.length);
  }

  function heatCell(host, dopant, cell, low, high, title) {
    if (!cell) return element('td');
    const value = cell.lowest;
    const button = element('button', { type: 'button' }, value == null ? 'none' : digits(value));
    const label = `${host}, ${dopant}: ${title} ${value == null ? 'none' : digits(value) + ' eV'}, ${cell.count} in the ranking`;
    button.setAttribute('aria-label', label);
    button.title = label;
    if (value != null) {
      const step = Math.round((high > low ? (value - low) / (high - low) : 0) * (data.colors.length - 1));
      button.style.background = data.colors[step];
      button.style.color = data.inks[step];
    }
    button.addEventListener('click', () => {
      by('filters').reset();
      by('f-host').value = host;
      by('f-dopant').value = dopant;
      state.page = 0;
      showRanking();
      by('ranking').scrollIntoView();
      by('count').textContent += ` (${host}, ${dopant})`;
    });
    return element('td', {}, button);
  }

  function legend(low, high, count) {
    const ramp = element('span', { className: 'ramp' });
    for (const color of data.colors) {
      const step = element('i');
      step.style.background = color;
      ramp.append(step);
    }
    by('legend').replaceChildren(...(count ? [digits(low), ramp, digits(high) + ' eV'] : []));
  }

  // One material
  const place = (m) => `${m.id} (${m.side} side, rank ${m.rank + 1})`;

  const elsewhere = (m) => element('p', {}, element('a', { href: m.link ?? '#material' }, `Open the details of ${place(m)}`));

  const bare = (m) => element('article', { className: 'material' },
    element('h3', { tabIndex: -1 }, place(m)),
    element('p', { className: 'note' }, `This report has no details of it. Write it again with --material and its id, ${m.id}, or with --pages all.`));

  function showDetail(rank, focus) {
    const m = materials[rank];
    if (!m) return;
    const template = by('detail-' + rank);
    by('detail').replaceChildren(template ? template.content.cloneNode(true) : m.bare ? bare(m) : elsewhere(m));
    state.m = String(rank);
    by('previous').disabled = rank === 0;
    by('next').disabled = rank === materials.length - 1;
    for (const figure of by('detail').querySelectorAll('figure.fig')) saveButtons(figure);
    for (const row of document.querySelectorAll('#materials tbody tr[aria-current]')) row.removeAttribute('aria-current');
    const shown = document.querySelector(`#materials a[data-rank="${rank}"]`);
    if (shown) shown.closest('tr').setAttribute('aria-current', 'true');
    if (focus) {
      remember();
      by('material').scrollIntoView();
      by('detail').querySelector('h3')?.focus({ preventScroll: true });
    }
  }

  // Figures as files
  function saveButtons(figure) {
    const svg = figure.querySelector('svg');
    const name = figure.dataset.name.replace(/[^\w.+-]+/g, '-');
    const buttons = ['SVG', 'PNG'].map((kind) => {
      const button = element('button', { type: 'button' }, kind);
      button.setAttribute('aria-label', `Save ${figure.dataset.name} as ${kind}`);
      button.addEventListener('click', () => (kind === 'SVG' ? saveSvg(svg, name) : savePng(svg, name)));
      return button;
    });
    figure.append(element('div', { className: 'save' }, ...buttons));
  }

  const source = (svg) => new XMLSerializer().serializeToString(svg);

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    element('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  function saveSvg(svg, name) {
    save(new Blob([source(svg)], { type: 'image/svg+xml' }), name + '.svg');
  }

  function savePng(svg, name) {
    const scale = 3;
    const image = new Image();
    image.onload = () => {
      const canvas = element('canvas', { width: svg.viewBox.baseVal.width * scale, height: svg.viewBox.baseVal.height * scale });
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, name + '.png'));
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(source(svg));
  }

  // Rejects
  function showRejects() {
    const q = by('r-q').value.toLowerCase();
    const code = by('r-code').value;
    const shown = data.rejects.filter((r) =>
      (!code || r.code === code) && (!q || [r.id, r.uri, r.message].join(' ').toLowerCase().includes(q)));
    const groups = new Map();
    for (const r of shown) groups.get(r.code)?.push(r) ?? groups.set(r.code, [r]);
    by('r-count').textContent = data.rejects.length ? `${shown.length} of ${data.rejects.length} rejected grids` : 'No grid was rejected.';
    by('reject-filters').hidden = data.rejects.length === 0;
    const largest = [...groups.entries()].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    by('reject-groups').replaceChildren(...largest.map(([name, list]) => rejectGroup(name, list, Boolean(q || code || largest.length < 4))));
  }

  function rejectGroup(name, list, open) {
    const block = element('details', { className: 'group', open }, element('summary', {}, `${name} (${list.length})`));
    let next = 0;
    const more = element('button', { type: 'button' });
    const grow = () => {
      for (const r of list.slice(next, next + PER_PAGE)) {
        const where = r.line == null ? '' : ` (line ${r.line})`;
        more.before(element('div', { className: 'reject' }, element('b', {}, r.id), element('p', {}, r.message + where), element('p', {}, r.uri)));
      }
      next += PER_PAGE;
      more.textContent = `${list.length - next} more`;
      more.hidden = next >= list.length;
    };
    more.addEventListener('click', grow);
    block.append(more);
    grow();
    return block;
  }

  function start() {
    const distinct = (values) => [...new Set(values)].sort();
    options('f-group', distinct(materials.map((m) => m.group ?? 'other')), 'any');
    options('f-host', data.hosts, 'any');
    options('f-dopant', [...new Set([...data.dopants, ...distinct(materials.flatMap((m) => m.elements))])], 'any');
    options('f-side', distinct(materials.map((m) => m.side)), 'any');
    options('r-code', distinct(data.rejects.map((r) => r.code)), 'any');
    head();
    read();
    showRanking();
    showHeatMap();
    showRejects();
    showDetail(Number.parseInt(state.m || '0', 10), false);
    for (const figure of document.querySelectorAll('#affinity, #accuracy figure.fig')) saveButtons(figure);
    const changed = () => { state.page = 0; showRanking(); };
    by('filters').addEventListener('input', changed);
    by('filters').addEventListener('submit', (event) => event.preventDefault());
    by('reject-filters').addEventListener('submit', (event) => event.preventDefault());
    by('filters').addEventListener('reset', () => setTimeout(changed));
    by('quantity').addEventListener('change', () => { showHeatMap(); remember(); });
    by('reject-filters').addEventListener('input', showRejects);
    by('previous').addEventListener('click', () => showDetail(Number(state.m) - 1, true));
    by('next').addEventListener('click', () => showDetail(Number(state.m) + 1, true));
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-rank]');
      if (link) {
        event.preventDefault();
        showDetail(Number(link.dataset.rank), true);
      }
    });
    window.addEventListener('hashchange', () => {
      if (read()) {
        showRanking();
        showHeatMap();
      }
    });
  }

  start();
})();
