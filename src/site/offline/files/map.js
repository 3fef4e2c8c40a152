// Lets the map be brought closer and moved aside. Without this the map is whole, and its marks lead to the list all the same.
const map = document.querySelector('.chart .map');
const tools = document.querySelector('.chart .tools');
const [nearer, farther, whole] = tools.querySelectorAll('button');
const [left, top, width, height] = map.getAttribute('viewBox').split(' ').map(Number);
/** How many times the map can be enlarged, and how much at a press. */
const most = 8;
const step = 1.6;

/** What stays as large as it is while the land grows: marks and names, each about its own point. */
const fixed = [...map.querySelectorAll('.pin'), ...map.querySelectorAll('g > text')].map((element) => {
  const point = element.querySelector('circle');
  const at = (name) => Number((point ?? element).getAttribute(point ? `c${name}` : name));
  return { element, x: at('x'), y: at('y') };
});

const within = (value, least, greatest) => Math.min(Math.max(value, least), greatest);
let view = { x: left, y: top, width };

function show(next) {
  const wide = within(next.width, width / most, width);
  const scale = wide / width;
  view = {
    width: wide,
    x: within(next.x, left, left + width - wide),
    y: within(next.y, top, top + height - height * scale),
  };
  map.setAttribute('viewBox', `${view.x} ${view.y} ${wide} ${height * scale}`);
  for (const { element, x, y } of fixed)
    element.setAttribute('transform', `translate(${x * (1 - scale)} ${y * (1 - scale)}) scale(${scale})`);
  nearer.disabled = scale <= 1 / most;
  farther.disabled = whole.disabled = scale === 1;
  map.classList.toggle('near', scale < 1);
}

/** Enlarges so many times about a point of the land, which stays where it is on the screen. */
function enlarge(times, { x, y }) {
  const wide = within(view.width / times, width / most, width);
  const rest = wide / view.width;
  show({ width: wide, x: x - (x - view.x) * rest, y: y - (y - view.y) * rest });
}
const middle = () => ({ x: view.x + view.width / 2, y: view.y + (view.width * height) / width / 2 });
const onLand = ({ clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(map.getScreenCTM().inverse());

nearer.addEventListener('click', () => enlarge(step, middle()));
farther.addEventListener('click', () => enlarge(1 / step, middle()));
whole.addEventListener('click', () => show({ x: left, y: top, width }));
// A wheel alone scrolls the page; with its key, and under two fingers on a pad, it enlarges.
map.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    enlarge(Math.exp(-event.deltaY / 200), onLand(event));
  },
  { passive: false },
);
// Whoever goes from mark to mark with the keyboard sees the one they are on.
map.addEventListener('focusin', ({ target }) => {
  const mark = fixed.find(({ element }) => element === target);
  const high = (view.width * height) / width;
  if (mark && (mark.x < view.x || mark.x > view.x + view.width || mark.y < view.y || mark.y > view.y + high))
    show({ ...view, x: mark.x - view.width / 2, y: mark.y - high / 2 });
});

const fingers = new Map();
let moved = 0;
const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
const between = ([a, b]) => ({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
map.addEventListener('pointerdown', (event) => {
  if (fingers.size === 0) moved = 0;
  fingers.set(event.pointerId, event);
});
addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const old = [...fingers.values()];
  fingers.set(event.pointerId, event);
  const now = [...fingers.values()];
  moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
  if (now.length === 2) {
    enlarge(spread(now) / Math.max(1, spread(old)), onLand(between(now)));
  } else if (now.length === 1 && map.classList.contains('near')) {
    const [from, to] = [onLand(before), onLand(event)];
    show({ ...view, x: view.x + from.x - to.x, y: view.y + from.y - to.y });
  }
});
for (const over of ['pointerup', 'pointercancel']) addEventListener(over, (event) => fingers.delete(event.pointerId));
map.addEventListener('dragstart', (event) => event.preventDefault());
// The mark under a finger that moved the map was not pressed.
map.addEventListener('click', (event) => moved > 10 && event.preventDefault(), { capture: true });

show(view);
map.classList.add('moves');
tools.hidden = false;
