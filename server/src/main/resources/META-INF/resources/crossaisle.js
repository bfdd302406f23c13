'use strict';
/*
 * The page of Crossaisle: calls the API of the same server and shows the answers. Everything is inserted as text, never as
 * HTML, so that a catalog cannot inject a script.
 */

const TEXTS = {
  en: {
    skip: 'Skip to the list', language: 'Language', api: 'API',
    simulated: 'This shop is simulated: no real customers.',
    user: 'Customer', userHint: "The shop's own id. Only its hash is kept, so there is no list to choose from.",
    count: 'Items', scope: 'Categories', scopeAny: 'any', scopeWithin: 'the customer knows',
    scopeCross: 'new to the customer', crossShare: 'Share from new categories',
    crossShareHint: 'Far left: no fixed share, highest scores first.', asScores: 'highest scores first',
    calibrated: 'as much as this customer likes', level: 'Level',
    levelName: level => level === 0 ? 'department' : `level ${level}`,
    diversity: 'Diversity', diversitySettled: 'the shop’s default', diversityNone: 'none',
    rerankers: { calibrated: 'mix of the customer’s history', mmr: 'diverse items (MMR)', dpp: 'diverse list (DPP)' },
    step: (measure, before, after, cost) => `${measure} ${before} → ${after}, at a cost of ${cost} in mean score`,
    measures: { crossShare: 'Share from new categories', withinScope: 'Share within the requested categories',
      divergence: 'Divergence from the history', meanDistance: 'Mean distance', logDeterminant: 'Log determinant',
      brokenPlaces: 'Places that break the rule' },
    next: 'New categories for this customer',
    propensity: percent => `Probability that the next item is in a new category: ${percent}.`,
    bases: { model: 'Percentages: probability of being next.', graph: 'Percentages: share of the customers of a known category who ever go there.',
      popular: 'Percentages: share of all customers.' },
    because: (category, lift) => `from ${category}, ${lift} times as often as by chance`,
    noNext: 'No category is new to this customer.',
    changes: count => count === 1 ? '1 category changed since the training' : `${count} categories changed since the training`,
    renamed: change => `${path(change.before)} is now ${path(change.now[0].category)}`,
    merged: change => `${path(change.before)} was merged into ${path(change.now[0].category)}`,
    split: change => `${path(change.before)} was split into `
      + change.now.map(part => `${path(part.category)} (${part.items} items)`).join(' and '),
    gone: change => `${path(change.before)} is gone`,
    moved: items => items === 1 ? '1 item moved to another category' : `${items} items moved to other categories`,
    show: 'Show', newUser: 'New customer', list: 'Recommended', history: 'History',
    newCategory: 'new category', view: 'View', purchase: 'Buy',
    noHistory: 'This customer has no history yet.',
    noSimilar: 'No similar items.',
    size: (size, shown) => `${size} ${size === 1 ? 'interaction' : 'interactions'}`
      + (size === shown ? '' : `, the latest ${shown}`),
    similar: title => `Like ${title}`,
    scores: { cosine: 'Score: cosine of item vectors', modelScore: 'Score: the model’s, for a history of this item alone' },
    reached: percent => `${percent} from categories new to this customer.`,
    shortfall: count => `${count} fewer than the requested share: there are no more.`,
    beyond: count => `${count} more than the requested share: the known categories have no more.`,
    outside: count => `${count} from outside the requested categories, which have no more.`,
    shop: shop => `${shop.name}: ${whole(shop.items)} items, ${whole(shop.users)} customers, model ${shop.model.recipe}`,
    actions: { view: 'viewed', cart: 'put into the cart', purchase: 'bought', review: 'reviewed' },
    needUser: 'Enter the id of a customer, or choose “New customer”.',
    unreachable: 'The server does not answer. Is it running?',
  },
  zh: {
    skip: '跳到推荐列表', language: '语言', api: 'API 文档',
    simulated: '这是模拟商店，没有真实顾客。',
    user: '顾客', userHint: '商店自己的顾客编号。系统只保存其哈希值，因此没有可选列表。',
    count: '数量', scope: '类别', scopeAny: '任意', scopeWithin: '顾客熟悉的', scopeCross: '对顾客来说全新的',
    crossShare: '新类别所占比例', crossShareHint: '最左边：不设比例，按得分从高到低。', asScores: '按得分从高到低',
    calibrated: '按这位顾客的偏好', level: '层级',
    levelName: level => level === 0 ? '部门' : `第${level}层`,
    diversity: '多样性', diversitySettled: '按商店的设定', diversityNone: '无',
    rerankers: { calibrated: '按顾客以往的构成', mmr: '彼此不同（MMR）', dpp: '彼此不同（DPP）' },
    step: (measure, before, after, cost) => `${measure}：${before} → ${after}，平均得分降低${cost}`,
    measures: { crossShare: '新类别所占比例', withinScope: '所选类别之内的比例', divergence: '与历史的差异',
      meanDistance: '平均距离', logDeterminant: '对数行列式', brokenPlaces: '未满足的位置' },
    next: '适合这位顾客的新类别',
    propensity: percent => `下一件商品属于新类别的概率：${percent}。`,
    bases: { model: '百分比：下一件商品属于该类别的概率。', graph: '百分比：熟悉类别的顾客中进入该类别的比例。', popular: '百分比：占全部顾客的比例。' },
    because: (category, lift) => `来自${category}，是随机情况的${lift}倍`,
    noNext: '对这位顾客来说，没有新的类别了。',
    changes: count => `训练之后有${count}个类别发生了变化`,
    renamed: change => `${path(change.before)}现为${path(change.now[0].category)}`,
    merged: change => `${path(change.before)}已并入${path(change.now[0].category)}`,
    split: change => `${path(change.before)}已拆分为`
      + change.now.map(part => `${path(part.category)}（${part.items}件商品）`).join('和'),
    gone: change => `${path(change.before)}已不存在`,
    moved: items => `${items}件商品移到了其他类别`,
    show: '查看', newUser: '新顾客', list: '推荐', history: '历史记录',
    newCategory: '新类别', view: '浏览', purchase: '购买',
    noHistory: '这位顾客还没有任何记录。',
    noSimilar: '没有相似商品。',
    size: (size, shown) => size === shown ? `共${size}次互动` : `共${size}次互动，最近${shown}次`,
    similar: title => `与“${title}”相似`,
    scores: { cosine: '得分：商品向量的余弦', modelScore: '得分：历史中仅有此商品时的模型得分' },
    reached: percent => `${percent}来自对这位顾客全新的类别。`,
    shortfall: count => `比要求的比例少${count}件，因为没有更多商品了。`,
    beyond: count => `比要求的比例多${count}件，因为熟悉的类别没有更多商品了。`,
    outside: count => `${count}件不在所选类别之内，因为所选类别没有更多商品了。`,
    shop: shop => `${shop.name}：${whole(shop.items)}件商品，${whole(shop.users)}位顾客，模型 ${shop.model.recipe}`,
    actions: { view: '浏览', cart: '加购', purchase: '购买', review: '评价' },
    needUser: '请输入顾客编号，或选择“新顾客”。',
    unreachable: '服务器没有响应，它在运行吗？',
  },
};

const HISTORY_SHOWN = 20;
const DAY = 86_400_000; // milliseconds
const at = id => document.getElementById(id);
const NEXT_SHOWN = 5;
const state = { language: 'en', user: '', shop: null, list: null, history: null, next: null, similar: null, asked: 0 };
const texts = () => TEXTS[state.language];

/** Calls the API and returns its answer; throws the detail of a problem document. */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error(texts().unreachable);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const more = (body?.errors ?? []).map(error => `${error.pointer} ${error.detail}`);
    const detail = [body?.detail ?? response.statusText, ...(more.length > 1 ? more : []), body?.instance];
    throw new Error(detail.filter(Boolean).join('\n'));
  }
  return body;
}

const user = id => `/v1/users/${encodeURIComponent(id)}`;

/** Runs work; errors are shown, and the answer to an outdated request is dropped. */
async function run(work) {
  const mine = ++state.asked;
  document.querySelector('main').setAttribute('aria-busy', 'true');
  try {
    await work(() => mine === state.asked);
    if (mine === state.asked) showError('');
  } catch (error) {
    if (mine === state.asked) showError(error.message);
  } finally {
    if (mine === state.asked) document.querySelector('main').removeAttribute('aria-busy');
  }
}

function refresh() {
  return run(async current => {
    if (!state.user) throw new Error(texts().needUser);
    const question = new URLSearchParams({ count: at('count').value, scope: at('scope').value, language: state.language });
    const share = Number(at('cross-share').value);
    if (at('scope').value === 'any') {
      if (at('calibrated').checked) question.set('crossShare', 'calibrated');
      else if (share >= 0) question.set('crossShare', String(share / 100));
    }
    // The shop's defaults apply until somebody chooses otherwise: no level is chosen before the first list.
    if (at('level').value) question.set('level', at('level').value);
    if (at('diversity').value) question.set('diversity', at('diversity').value);
    const [list, history] = await Promise.all([
      ask(`${user(state.user)}/recommendations?${question}`),
      ask(`${user(state.user)}/history?count=${HISTORY_SHOWN}`),
    ]);
    const next = await ask(`${user(state.user)}/categories?count=${NEXT_SHOWN}&level=${list.asked.level}`);
    if (current()) {
      state.list = list;
      state.history = history;
      state.next = next;
      showList();
      showHistory();
      showNext();
    }
  });
}

function showSimilarOf(item, title) {
  return run(async current => {
    const answer = await ask(`/v1/items/${encodeURIComponent(item)}/similar?count=8`);
    if (current()) {
      state.similar = { title, ...answer };
      showSimilar();
      at('similar').scrollIntoView({ block: 'nearest' });
    }
  });
}

async function act(item, action) {
  let done = false;
  await run(async () => {
    const event = { user: state.user, item, action, id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` };
    await ask('/v1/events', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(event),
    });
    done = true;
  });
  if (done) {
    await refresh();
    at('list').focus({ preventScroll: true });
  }
}

function showError(message) {
  at('error').textContent = message;
  at('error').hidden = !message;
}

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const named = item => item.title ?? item.item;
const percent = share => new Intl.NumberFormat(state.language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
const decimal = (number, digits) =>
  new Intl.NumberFormat(state.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number);
const whole = number => new Intl.NumberFormat(state.language).format(number);
/** Whole days are midnight in UTC; in another time zone they would show as the day before. */
const moment = text => {
  const time = new Date(text);
  return time.getTime() % DAY === 0
    ? time.toLocaleDateString(state.language, { dateStyle: 'medium', timeZone: 'UTC' })
    : time.toLocaleString(state.language, { dateStyle: 'medium', timeStyle: 'short' });
};
/** A camel-case name as words, for a measure without a text on this page. */
const words = name => name.replace(/[A-Z]/g, letter => ' ' + letter.toLowerCase());
const path = category => (category ?? '').split('>').join(' › ');

function showList() {
  const list = state.list;
  at('list').replaceChildren(...list.items.map(place));
  const share = list.achieved.crossShare;
  const sentences = [list.basisText];
  if (share !== null) sentences.push(texts().reached(percent(share)));
  if (list.achieved.shortfall > 0) sentences.push(texts().shortfall(list.achieved.shortfall));
  if (list.achieved.shortfall < 0) sentences.push(texts().beyond(-list.achieved.shortfall));
  if (list.achieved.outsideScope > 0 && list.basis === 'model') sentences.push(texts().outside(list.achieved.outsideScope));
  at('achieved').textContent = sentences.join(state.language === 'zh' ? '' : ' ');
  at('steps').replaceChildren(...list.steps.map(step => {
    const entry = element('li', '', texts().step(texts().measures[step.measure] ?? words(step.measure),
      decimal(step.before, 3), decimal(step.after, 3), decimal(step.cost, 3)));
    entry.dataset.step = step.step;
    return entry;
  }));
  if (list.asked.level < at('level').length) at('level').value = String(list.asked.level);
}

function place(item) {
  const entry = at('place').content.cloneNode(true).querySelector('li');
  entry.dataset.item = item.item;
  entry.classList.toggle('new-category', item.newCategory);
  const title = entry.querySelector('.title');
  title.textContent = `${item.rank}. ${named(item)}`;
  title.addEventListener('click', () => showSimilarOf(item.item, named(item)));
  entry.querySelector('.score').textContent = decimal(item.score, 3);
  entry.querySelector('.category').textContent = path(item.category);
  entry.querySelector('.brand-name').textContent = item.brand ?? '';
  entry.querySelector('.price').textContent = item.price === null ? '' : decimal(item.price, 2);
  const mark = entry.querySelector('.new-mark');
  mark.textContent = texts().newCategory;
  mark.hidden = !item.newCategory;
  entry.querySelector('.reasons').append(...item.reasons.map(reason => {
    const line = element('p', 'reason', reason.text);
    line.dataset.kind = reason.kind;
    return line;
  }));
  for (const button of entry.querySelectorAll('.act')) {
    const action = button.dataset.action;
    button.textContent = texts()[action];
    button.setAttribute('aria-label', `${texts()[action]}: ${named(item)}`);
    button.addEventListener('click', () => act(item.item, action));
  }
  return entry;
}

function showHistory() {
  const { interactions, size } = state.history;
  at('history-size').textContent = size === 0 ? texts().noHistory : texts().size(size, interactions.length);
  at('history').replaceChildren(...interactions.map(interaction => {
    const entry = element('li', '', named(interaction));
    entry.dataset.item = interaction.item;
    entry.dataset.action = interaction.action;
    const when = interaction.time === null ? '' : ' · ' + moment(interaction.time);
    entry.append(element('span', 'quiet', `${texts().actions[interaction.action]} · ${path(interaction.category)}${when}`));
    return entry;
  }));
}

function showNext() {
  const { categories, propensity, basis } = state.next;
  at('next').hidden = false;
  at('propensity').textContent = categories.length === 0 ? texts().noNext
    : [propensity === null ? '' : texts().propensity(percent(propensity)), texts().bases[basis]].filter(Boolean)
      .join(state.language === 'zh' ? '' : ' ');
  at('next-list').replaceChildren(...categories.map(category => {
    const entry = element('li', '', path(category.category));
    entry.dataset.category = category.category;
    const because = category.because;
    entry.append(element('span', 'quiet', [new Intl.NumberFormat(state.language, { style: 'percent', maximumFractionDigits: 1 })
      .format(category.probability), because && texts().because(path(because.category), decimal(because.lift, 1))]
      .filter(Boolean).join(' · ')));
    return entry;
  }));
}

function showSimilar() {
  const { title, items, measure } = state.similar;
  at('similar').hidden = false;
  at('similar-title').textContent = texts().similar(title);
  at('similar-measure').textContent = items.length === 0 ? texts().noSimilar : texts().scores[measure];
  at('similar-list').replaceChildren(...items.map(item => {
    const entry = element('li', '', named(item));
    entry.dataset.item = item.item;
    entry.append(element('span', 'quiet', `${path(item.category)} · ${decimal(item.score, 3)}`));
    return entry;
  }));
}

function showShop() {
  if (!state.shop) return;
  at('shop').textContent = texts().shop(state.shop);
  at('simulated').hidden = !state.shop.simulated;
  const { categoryChanges: changes, movedItems: moved } = state.shop.model;
  const changed = changes.map(change => texts()[change.kind](change));
  if (moved > 0) changed.push(texts().moved(moved));
  at('changes').hidden = changed.length === 0;
  at('changes').querySelector('summary').textContent = changes.length > 0 ? texts().changes(changes.length) : texts().moved(moved);
  at('changes').querySelector('ul').replaceChildren(...changed.map(sentence => element('li', '', sentence)));
  const chosen = at('level').value;
  at('level').replaceChildren(...state.shop.levels.map((name, level) => new Option(texts().levelName(level), String(level))));
  at('level').value = chosen;
  showRerankers();
}

/** Offers the shop's default, none, and each re-ranker of the server. */
function showRerankers() {
  const chosen = at('diversity').value;
  const settled = [...at('diversity').options].filter(option => option.dataset.text);
  at('diversity').replaceChildren(...settled, ...state.shop.rerankers.map(reranker =>
    new Option(texts().rerankers[reranker.name] ?? `${reranker.help} (${reranker.name})`, reranker.example)));
  at('diversity').value = chosen;
}

function showShare() {
  const share = Number(at('cross-share').value);
  const own = at('calibrated').checked && at('scope').value === 'any';
  const given = share < 0 ? texts().asScores : `${share} %`;
  const shown = own ? texts().calibrated : given;
  at('cross-share-shown').textContent = shown;
  at('cross-share').setAttribute('aria-valuetext', shown);
  at('calibrated').disabled = at('scope').value !== 'any';
  at('cross-share').disabled = at('scope').value !== 'any' || at('calibrated').checked;
}

/** Switches the page to a language; the list is requested again, since the server writes its reasons. */
function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  at('language').value = language;
  for (const each of document.querySelectorAll('[data-text]')) each.textContent = texts()[each.dataset.text];
  showShop();
  showShare();
  showError('');
  if (state.similar) showSimilar();
  if (state.list) refresh();
}

at('question').addEventListener('submit', event => {
  event.preventDefault();
  state.user = at('user').value.trim();
  refresh();
});
at('new-user').addEventListener('click', () => {
  // An id that no shop uses, so that this customer starts without a history.
  at('user').value = 'new-' + Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
  state.user = at('user').value;
  refresh();
});
at('calibrated').addEventListener('change', () => { showShare(); if (state.list) refresh(); });
for (const id of ['level', 'diversity']) at(id).addEventListener('change', () => state.list && refresh());
at('cross-share').addEventListener('input', showShare);
at('cross-share').addEventListener('change', () => state.list && refresh());
at('scope').addEventListener('change', () => { showShare(); if (state.list) refresh(); });
at('count').addEventListener('change', () => state.list && refresh());
at('language').addEventListener('change', () => speak(at('language').value));

speak(navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
run(async () => {
  state.shop = await ask('/v1/shop');
  showShop();
});
