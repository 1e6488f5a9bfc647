"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const persian = (number) => number.toLocaleString("fa-IR", { useGrouping: true });
  // Text only ever enters the page as text.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  // --- letters: one key for the many ways a Persian letter is typed -------------------------------
  const SAME = { "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و" };
  const SILENT = /[\u200c-\u200f\u00ad\u0640\u064b-\u065f\u0670ء]/;
  const folded = (text) => {
    let key = "";
    const places = [];
    for (let place = 0; place < text.length; place++) {
      let letter = text[place];
      if (SILENT.test(letter)) continue;
      const code = letter.charCodeAt(0);
      if (code >= 0x660 && code <= 0x669) letter = String(code - 0x660);
      else if (code >= 0x6f0 && code <= 0x6f9) letter = String(code - 0x6f0);
      letter = (SAME[letter] ?? letter).toLowerCase();
      for (const each of letter) { key += each; places.push(place); }
    }
    return { key, places };
  };

  // --- the releases --------------------------------------------------------------------------------
  class Release {
    constructor(element) {
      this.element = element;
      this.body = element.querySelector(".body");
      this.button = element.querySelector(".fold");
      this.entities = new Set(element.dataset.e.split(" "));
      this.pieces = all(".q", element);
      this.voices = new Set(this.pieces.map((piece) => piece.dataset.s));
      this.button.addEventListener("click", () => this.open(this.body.hidden !== false));
      this.body.addEventListener("beforematch", () => this.open(true));
    }
    open(open) {
      if (open) this.body.removeAttribute("hidden");
      else this.body.setAttribute("hidden", "until-found");
      this.button.setAttribute("aria-expanded", open);
      this.button.textContent = open ? "بستن" : "خواندن";
    }
    get index() {
      if (this.known) return this.known;
      const nodes = [], starts = [];
      const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement.closest("h3, .body") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
      let text = "";
      while (walker.nextNode()) {
        nodes.push(walker.currentNode);
        starts.push(text.length);
        text += walker.currentNode.data;
      }
      return (this.known = { ...folded(text), nodes, starts });
    }
    hits(key) {
      const { key: text, places, nodes, starts } = this.index;
      const ranges = [];
      const point = (place) => {
        let node = starts.length - 1;
        while (starts[node] > place) node--;
        return [nodes[node], place - starts[node]];
      };
      for (let at = text.indexOf(key); at >= 0 && ranges.length < 200; at = text.indexOf(key, at + key.length)) {
        const range = new Range();
        range.setStart(...point(places[at]));
        const [node, offset] = point(places[at + key.length - 1]);
        range.setEnd(node, offset + 1);
        ranges.push(range);
      }
      return ranges;
    }
  }
  const releases = all(".release").map((element) => new Release(element));
  releases.forEach((release, place) => release.open(releases.length <= 3 || place === 0));

  // --- filters -------------------------------------------------------------------------------------
  const form = document.querySelector(".filters");
  const fields = { search: byId("search"), speaker: byId("speaker"), entity: byId("entity") };
  const LISTED = 300;
  const view = () => form.elements.view.value;

  const isWanted = (release, { speaker, entity, key }) =>
    (!speaker || release.voices.has(speaker)) &&
    (!entity || release.entities.has(entity)) &&
    (!key || release.index.key.includes(key));

  const apply = () => {
    const wanted = { speaker: fields.speaker.value, entity: fields.entity.value, key: folded(fields.search.value.trim()).key };
    const isFiltered = Boolean(wanted.speaker || wanted.entity || wanted.key);
    const shown = releases.filter((release) => isWanted(release, wanted));
    const kept = new Set(shown);
    for (const release of releases) {
      release.element.hidden = !kept.has(release);
      for (const piece of release.pieces) piece.classList.toggle("off", Boolean(wanted.speaker) && piece.dataset.s !== wanted.speaker);
    }
    for (const mention of all(".e[data-e]")) mention.classList.toggle("on", mention.dataset.e === wanted.entity);
    if (isFiltered && shown.length <= 12) shown.forEach((release) => release.open(true));
    light(wanted.key ? shown.flatMap((release) => release.hits(wanted.key)) : []);
    const isList = view() === "quotes";
    byId("texts").hidden = isList;
    byId("quotes").hidden = !isList;
    const quotations = list(shown, wanted, isList);
    byId("count").textContent = `${persian(shown.length)} متن از ${persian(releases.length)}، ${persian(quotations)} نقل‌قول`;
    byId("clear").disabled = !isFiltered && !isList;
  };

  const light = (ranges) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("hit");
    if (ranges.length) CSS.highlights.set("hit", new Highlight(...ranges));
  };

  const list = (shown, { speaker, entity, key }, isDrawn) => {
    const items = [];
    for (const release of shown) {
      const parts = new Map();
      for (const piece of release.pieces) parts.set(piece.dataset.q, [...(parts.get(piece.dataset.q) ?? []), piece]);
      for (const [number, pieces] of parts) {
        const text = pieces.map((piece) => piece.textContent).join(" ");
        if (speaker && pieces[0].dataset.s !== speaker) continue;
        if (entity && !pieces.some((piece) => piece.querySelector(`.e[data-e="${entity}"]`))) continue;
        if (key && !folded(text).key.includes(key)) continue;
        items.push([release, number, pieces[0], text]);
      }
    }
    if (isDrawn) byId("quotes").replaceChildren(...items.slice(0, LISTED).map(item));
    return items.length;
  };

  const item = ([release, number, piece, text]) => {
    const detail = data.quotations[number], voice = data.speakers[detail.s];
    const title = release.element.querySelector("h3").textContent;
    const time = release.element.querySelector("time")?.textContent;
    const source = make("a", { href: `#${release.element.id}` }, title);
    source.addEventListener("click", () => { form.elements.view.value = "texts"; apply(); release.open(true); });
    const kind = piece.classList.contains("direct") ? "direct" : "indirect";
    return make("li", { class: `${voice.c} ${kind}` }, make("p", {}, text),
      make("footer", {}, make("b", {}, voice.n), ...[detail.c, time].filter(Boolean).map((each) => make("span", {}, each)), source));
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("click", (event) => {
    const pick = event.target.closest("[data-pick-s], [data-pick-e]");
    if (pick) choose(pick.dataset.pickS, pick.dataset.pickE);
  });
  const choose = (speaker = "", entity = "") => {
    fields.search.value = "";
    fields.speaker.value = speaker;
    if (entity && ![...fields.entity.options].some((option) => option.value === entity))
      fields.entity.append(make("option", { value: entity }, data.entities[entity].n));
    fields.entity.value = entity;
    apply();
    byId("releases").scrollIntoView();
  };

  // --- why: how a quotation was found and given to its speaker --------------------------------------
  const why = byId("why");
  const FIELDS = [
    ["c", "فعل نقل", (d) => `«${d.c}»` + (d.l && d.l !== d.c ? ` (${d.l})` : "") + (d.t ? `، ${d.t}` : "")],
    ["m", "گوینده در متن", (d) => `«${d.m}»، ${d.w}`],
    ["o", "شاید هم", (d) => d.o],
    ["a", "خطاب به", (d) => d.a],
    ["h", "از راه", (d) => d.h],
  ];
  const explain = (number) => {
    const detail = data.quotations[number], voice = data.speakers[detail.s];
    const rows = FIELDS.filter(([name]) => detail[name]).flatMap(([, title, show]) => [make("dt", {}, title), make("dd", {}, show(detail))]);
    if (!detail.m) rows.push(make("dt", {}, "گوینده در متن"), make("dd", {}, detail.w));
    if (detail.r) rows.push(make("dt", {}, "قاعدهٔ نقل"), make("dd", { dir: "auto" }, detail.r));
    if (detail.v) rows.push(make("dt", {}, "قاعدهٔ گوینده"), make("dd", { dir: "auto" }, detail.v));
    const meter = make("meter", { min: 0, max: 1, value: detail.p, "aria-hidden": "true" });
    rows.push(make("dt", {}, "اطمینان"), make("dd", {}, persian(detail.p), meter));
    const kind = [detail.k, detail.f, ...(detail.d ? ["تکذیب"] : [])].join("، ");
    why.className = voice.c;
    why.replaceChildren(make("h4", {}, voice.n), ...(voice.r && voice.r !== voice.n ? [make("small", {}, voice.r)] : []),
      make("dl", {}, make("dt", {}, "گونه"), make("dd", {}, kind), ...rows));
  };
  let pinned = false, timer = 0;
  const show = (number, x, y) => {
    explain(number);
    if (!why.matches(":popover-open")) why.showPopover();
    const { width, height } = why.getBoundingClientRect();
    const below = y + 14 + height < innerHeight;
    why.style.left = `${Math.max(8, Math.min(x - width / 2, innerWidth - width - 8))}px`;
    why.style.top = `${below ? y + 14 : Math.max(8, y - height - 14)}px`;
  };
  const hide = () => { pinned = false; clearTimeout(timer); if (why.matches(":popover-open")) why.hidePopover(); };
  byId("texts").addEventListener("click", (event) => {
    const piece = event.target.closest(".q[data-q]");
    if (!piece || !getSelection().isCollapsed) return;
    const { left, bottom } = event.target.closest(".n")?.getBoundingClientRect() ?? { left: event.clientX, bottom: event.clientY };
    clearTimeout(timer);
    pinned = true;
    show(piece.dataset.q, left, bottom);
    event.stopPropagation();
  });
  byId("texts").addEventListener("pointerover", (event) => {
    const piece = event.pointerType === "mouse" && event.target.closest(".q[data-q]");
    if (pinned || !piece) return;
    clearTimeout(timer);
    timer = setTimeout(() => show(piece.dataset.q, event.clientX, event.clientY), 350);
  });
  byId("texts").addEventListener("pointerout", (event) => {
    if (pinned || event.relatedTarget?.closest?.(".q, #why")) return;
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  });
  why.addEventListener("pointerenter", () => clearTimeout(timer));
  why.addEventListener("pointerleave", () => pinned || hide());
  document.addEventListener("click", (event) => why.contains(event.target) || hide());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", () => pinned || !why.matches(":popover-open") || hide(), { passive: true });

  // --- the timeline: from right to left, as the text is read ----------------------------------------
  const chart = byId("chart");
  if (chart) {
    const { labels, titles, series } = data.timeline;
    const last = labels.length - 1, step = Math.ceil(labels.length / 12);
    const back = (values) => [...values].reverse();
    const bars = new Chartist.BarChart(chart, {
      labels: back(labels),
      series: series.map(({ s, w }) => ({ data: back(w), className: `ct-series ${s === null ? "cx" : data.speakers[s].c}` })),
    }, {
      stackBars: true,
      chartPadding: { top: 12, right: 0, bottom: 0, left: 8 },
      axisX: { showGrid: false, offset: 28, labelInterpolationFnc: (label, place) => ((last - place) % step ? null : label) },
      axisY: { position: "end", offset: 52, onlyInteger: true, scaleMinSpace: 32, labelInterpolationFnc: persian },
    });
    // With a view box the drawing shrinks with its place, as it must on paper.
    bars.on("created", ({ svg }) => svg.attr({ viewBox: `0 0 ${svg.width()} ${svg.height()}` }));
    bars.on("draw", (drawn) => {
      if (drawn.type !== "bar") return;
      drawn.element.attr({ style: `stroke-width: ${Math.min(46, Math.max(2, drawn.axisX.stepLength * 0.66))}px` });
      const { s, w } = series[drawn.seriesIndex], place = last - drawn.index;
      const who = s === null ? "دیگران" : data.speakers[s].n;
      drawn.element.elem("title").text(`${titles[place]}: ${who}، ${persian(w[place])} واژه`);
    });
  }

  // --- the network ---------------------------------------------------------------------------------
  const graph = byId("graph");
  if (graph && data.ties.length) {
    const WIDTH = 960, HEIGHT = 560, EDGE = { x: 125, y: 48 };
    const svg = (tag, attributes, ...children) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    };
    const nodes = new Map();
    const node = (kind, number, weight) => {
      const known = nodes.get(kind + number) ?? { id: kind + number, kind, number, weight: 0 };
      known.weight += weight;
      nodes.set(known.id, known);
      return known;
    };
    const links = data.ties.map(([s, e, w]) => ({ source: node("s", s, w), target: node("e", e, w), w }));
    const named = ({ kind, number }) => (kind === "s" ? data.speakers : data.entities)[number].n;
    const cut = (name) => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
    const radius = ({ kind, weight }) => (kind === "s" ? 9 : 4) + Math.sqrt(weight) * 2.2;
    const list = [...nodes.values()];
    d3.forceSimulation(list)
      .force("link", d3.forceLink(links).distance(70).strength(0.5))
      .force("charge", d3.forceManyBody().strength(-300))
      .force("x", d3.forceX().strength(0.06))
      .force("y", d3.forceY().strength(0.12))
      .force("collide", d3.forceCollide((each) => 14 + cut(named(each)).length * 2.6))
      .stop().tick(400);
    for (const [axis, size] of [["x", WIDTH], ["y", HEIGHT]]) {
      const values = list.map((each) => each[axis]), low = Math.min(...values), high = Math.max(...values);
      const room = size - 2 * EDGE[axis];
      for (const each of list) each[axis] = EDGE[axis] + (high > low ? ((each[axis] - low) / (high - low)) * room : room / 2);
    }
    const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "شبکهٔ گویندگان و موضوع‌ها" });
    const lines = links.map((link) => svg("line", {
      x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y,
      class: data.speakers[link.source.number].c, "stroke-width": 1 + Math.sqrt(link.w) * 1.4,
    }));
    drawing.append(...lines);
    for (const each of list) {
      const isVoice = each.kind === "s";
      const kind = isVoice ? "گوینده" : data.entities[each.number].t;
      const group = svg("g", {
        class: isVoice ? `voice ${data.speakers[each.number].c}` : "entity", tabindex: 0, role: "button",
        "aria-label": `${named(each)}، ${kind}، ${persian(each.weight)} بار`,
      }, svg("title", {}, `${named(each)}، ${persian(each.weight)}`),
        svg("circle", { cx: each.x, cy: each.y, r: radius(each) }),
        svg("text", { x: each.x, y: each.y + radius(each) + 15 }, cut(named(each))));
      const near = (on) => {
        graph.classList.toggle("chosen", on);
        links.forEach((link, place) => {
          const touches = link.source === each || link.target === each;
          lines[place].classList.toggle("near", on && touches);
          if (touches) for (const end of [link.source, link.target]) end.group.classList.toggle("near", on);
        });
      };
      each.group = group;
      for (const event of ["pointerenter", "focus"]) group.addEventListener(event, () => near(true));
      for (const event of ["pointerleave", "blur"]) group.addEventListener(event, () => near(false));
      const pick = () => (isVoice ? choose(String(each.number)) : choose("", String(each.number)));
      group.addEventListener("click", pick);
      group.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), pick()));
      drawing.append(group);
    }
    graph.append(drawing);
  }

  // --- light and dark ------------------------------------------------------------------------------
  const THEMES = [undefined, "dark", "light"];
  byId("theme").addEventListener("click", () => {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const order = isDark ? [undefined, "light", "dark"] : THEMES;
    const next = order[(order.indexOf(root.dataset.theme) + 1) % order.length];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
  });
  apply();
})();
