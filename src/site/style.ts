import { createHash } from 'node:crypto';

/** The public site's whole look, carried by each page so that a page is one round trip. Logical properties only: it serves both directions. */
const source = `
:root{color-scheme:light dark;--ink:#1c2b2a;--soft:#4d5f5c;--paper:#fbf8f2;--card:#fff;--line:#ddd6c8;--edge:#6b7f7c;--accent:#0b5d57;--on:#fff;--deep:#083f3c;--head:#083f3c;--tint:#e3efec;--sun:#f0b64a;--warn:#7a4a00;--warn-ink:#4d2f00;--warn-bg:#fdf0d5;--foot:#f3eee3;--r:14px}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9e4da;--soft:#b3c2be;--paper:#101817;--card:#182423;--line:#33413f;--edge:#8fa3a0;--accent:#7fd3c8;--on:#06201e;--deep:#a9e4dc;--head:#0a2e2c;--tint:#1d3532;--warn:#ffd48a;--warn-ink:#ffe3b3;--warn-bg:#3d2c0c;--foot:#0c1312}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-block-size:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans Tifinagh",sans-serif}
:lang(ar){line-height:1.8}
.wrap{max-inline-size:66rem;margin-inline:auto;padding-inline:1.125rem}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px;box-shadow:0 0 0 5px var(--ink);border-radius:6px}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:1rem;inset-block-start:.5rem;background:var(--card);padding:.75rem 1rem;z-index:1}
.top{background:var(--head);color:#fff}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;padding-block:.5rem}
.top a{color:#fff;text-decoration:none;display:inline-flex;align-items:center;min-block-size:44px}
.top a:hover{text-decoration:underline}
.top nav{display:flex;flex-wrap:wrap;gap:0 1.25rem}.brand{font-weight:700;font-size:1.25rem;gap:.6rem;margin-inline-end:auto}
.brand svg{inline-size:30px;block-size:30px}
.top .langs{gap:.15rem}
.langs a{padding-inline:.55rem;justify-content:center;min-inline-size:44px;border-radius:8px}
@media(max-width:40rem){.langs{inline-size:100%;justify-content:space-between;font-size:.95rem;margin-inline:-.4rem}.langs a{padding-inline:.4rem}}
.langs [aria-current]{background:rgb(255 255 255/.16);font-weight:600}
main{flex:1;padding-block-end:3.5rem}main>.wrap{padding-block-start:1.75rem}
h1{font-size:clamp(1.65rem,1.3rem + 1.8vw,2.5rem);line-height:1.2;letter-spacing:-.01em;margin:0 0 .75rem;text-wrap:balance}
:lang(ar) h1,:lang(ar) h2{line-height:1.45;letter-spacing:0}
h2{font-size:1.3rem;line-height:1.3;margin:2.25rem 0 .75rem}
h3{font-size:1.12rem;line-height:1.4;margin:0 0 .35rem}
p{margin:0 0 .75rem;max-inline-size:42rem}
.lead{font-size:1.15rem;color:var(--soft)}
.hero{background:var(--head);color:#fff;padding-block:1.5rem 2.75rem;border-block-end:5px solid var(--sun)}
.hero .lead{color:#d7e7e4}
textarea{resize:vertical}[hidden]{display:none}form{margin:0}search{display:block}
label{display:block;font-weight:600;margin-block-end:.3rem}
.hint{color:var(--soft);font-size:.95rem;margin:.4rem 0 0}
.hero .hint{color:#d7e7e4}
input,select,textarea,button{font:inherit;color:inherit;inline-size:100%;min-block-size:52px;border-radius:10px;border:2px solid var(--edge);background:var(--card);padding:.45rem .85rem}
.hero input{color:var(--ink);border-color:var(--card)}
button{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600;cursor:pointer;inline-size:auto;padding-inline:1.6rem}
button:hover{background:var(--deep)}
.hero button{background:var(--sun);border-color:var(--sun);color:#2a1c00}
.ask{display:grid;gap:.6rem}
.panel{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1.1rem;margin-block-end:1.5rem}
.filters{display:grid;gap:.9rem}
.ticks{display:grid;gap:0 1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));margin-block-start:.75rem}
.short{max-inline-size:22rem}.short+.hint{display:block}.code{display:block;font-size:1.6rem;letter-spacing:.04em}.said{white-space:pre-line}.meta>a{display:inline-flex;align-items:center;min-block-size:44px}
.tick{display:flex;align-items:center;gap:.7rem;min-block-size:44px;font-weight:400;margin:0}.tick input{flex:none;inline-size:1.4rem;block-size:1.4rem;min-block-size:0;accent-color:var(--accent)}
@media(min-width:40rem){.ask{grid-template-columns:1fr auto}.filters{grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))}}
summary{cursor:pointer;min-block-size:44px;align-content:center;font-weight:600;color:var(--accent);margin-block-start:.5rem}
.scroll{overflow-x:auto}
.sums{border-collapse:collapse}
.sums td,.sums th{border-block-end:1px solid var(--line);padding:.35rem .6rem;text-align:start;font-variant-numeric:tabular-nums}
ul.plain,ol.plain{list-style:none;margin:0;padding:0}
.grid{display:grid;gap:.7rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr))}
.tile{display:flex;justify-content:space-between;align-items:center;gap:.75rem;min-block-size:60px;padding:.7rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:var(--r);color:var(--ink);text-decoration:none;font-weight:600;line-height:1.35}
.grid>li{display:grid}
.tile:hover{border-color:var(--accent);background:var(--tint)}
.tile span:last-child{color:var(--soft);font-weight:400}
.note{border-inline-start:5px solid var(--accent);background:var(--tint);padding:.85rem 1.1rem;border-radius:8px;margin-block:1.25rem;max-inline-size:none}
.call{display:inline-flex;align-items:center;min-block-size:44px;padding-inline:.5rem;margin-inline:-.5rem;font-weight:700;font-size:1.2rem}
.warn{border-color:var(--sun);background:var(--warn-bg);color:var(--warn-ink)}
.card{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1.1rem 1.2rem;margin-block-end:.8rem}
.card h3{margin:0}.card h3 a{display:inline-block;padding-block:.65rem}
.card p{margin-block-end:.45rem}
.meta{color:var(--soft);font-size:.97rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 1rem}
.mark{display:inline-block;background:var(--warn-bg);color:var(--warn);border-radius:999px;padding:.1rem .8rem;font-size:.92rem;font-weight:600}
.facts{display:grid;gap:0 2rem}
@media(min-width:48rem){.facts{display:block;columns:2;column-gap:2rem}}
.facts section{break-inside:avoid;border-block-start:1px solid var(--line);padding-block:.4rem 1rem}
.facts p:has(>strong:only-child){margin-block-end:0}
.facts h2{font-size:1.1rem;margin:.75rem 0 .4rem;color:var(--deep)}
.state{font-weight:600;color:var(--soft)}
.state::before{content:"";display:inline-block;inline-size:.65em;block-size:.65em;border:2px solid currentColor;border-radius:50%;margin-inline-end:.45em}
.state.unknown{font-weight:400}.state.unknown::before{content:none}.state.open{color:var(--accent)}.state.open::before{background:currentColor}
.hours{border-collapse:collapse;inline-size:100%;max-inline-size:32rem;margin-block-end:.75rem}
.hours caption{text-align:start;font-weight:600;padding-block:.3rem}
.hours th,.hours td{text-align:start;vertical-align:top;font-weight:400;padding:.4rem .5rem;border-block-end:1px solid var(--line)}
.hours .now>*{background:var(--tint);font-weight:600}
.hours small{display:block;color:var(--soft);font-size:.92rem;font-weight:400}
.stored,.copy .live,.copy .state.open,.copy .state.closed{display:none}.copy .stored{display:inline}.copy .hours .now>*{background:none;font-weight:400}
.papers label{display:flex;gap:.75rem;min-block-size:44px;padding-block:.3rem;font-weight:400;margin:0}
.papers input{flex:none;inline-size:1.4rem;block-size:1.4rem;min-block-size:0;margin-block:.15rem;accent-color:var(--accent)}
.act{display:inline-flex;align-items:center;gap:.3em;min-block-size:48px;overflow-wrap:anywhere}
.go{display:inline-flex;align-items:center;min-block-size:48px;padding-inline:1.2rem;border:2px solid var(--accent);border-radius:10px;text-decoration:none;font-weight:600}
.go:hover{background:var(--tint)}
.acts{display:flex;flex-wrap:wrap;gap:.6rem;margin-block:1.25rem;max-inline-size:none}
.map{display:block;inline-size:100%;max-block-size:80vh;border:1px solid var(--line);border-radius:var(--r);background:var(--tint);margin-block-end:1rem}
.map .land{fill:var(--card);stroke:var(--edge)}.map .line{fill:none;stroke:var(--line)}.map path{stroke-width:1.5px;vector-effect:non-scaling-stroke}
.map text{text-anchor:middle;fill:var(--soft)}.pin circle{fill:var(--accent);stroke:var(--card);stroke-width:2px;vector-effect:non-scaling-stroke}.pin .reach{fill:transparent;stroke:none}.pin text{fill:var(--on);font-weight:700}
.pin:hover circle:not(.reach),.pin:focus-visible circle:not(.reach){fill:var(--deep);stroke:var(--sun);stroke-width:4px}
.facts .map{max-block-size:22rem}.facts .pin circle{stroke-width:1px}
.number{display:inline-block;min-inline-size:1.9em;line-height:1.9em;padding-inline:.3em;border-radius:999px;background:var(--accent);color:var(--on);text-align:center}
.mapped ol>li{padding:.5rem .6rem;border-radius:8px}.mapped li:target{background:var(--tint)}
@media(min-width:56rem){.mapped{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.mapped .chart{align-self:start;position:sticky;inset-block-start:1rem}}
.tools[hidden]{display:none}.tools button{background:none;color:var(--accent);min-block-size:44px;padding-inline:1rem}.tools button:hover{background:var(--tint)}.tools button:disabled{opacity:.5;cursor:default}.moves{touch-action:pan-x pan-y}.near{touch-action:none;cursor:grab}
.came{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .8rem}.bar{inline-size:9rem;block-size:.6rem;border-radius:99px;fill:var(--accent)}.rail{fill:var(--line)}[dir=rtl] .bar{transform:scaleX(-1)}
.cards{display:grid;gap:.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr))}.cards .card{margin:0}
.log>li{border-inline-start:3px solid var(--line);padding:.15rem 1rem .5rem}.log p{margin-block-end:.25rem}.log .act{min-block-size:44px}.log .log{margin-block-start:.4rem}
.figure{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}.figure dd{margin:0;font-size:1.6rem;font-weight:600}.columns dd{margin:0 0 .75rem}
.pages{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.75rem;margin-block-start:1.25rem}
.rec{padding-inline-start:2rem}.rec li{margin-block-end:.7rem}
footer{border-block-start:1px solid var(--line);background:var(--foot);padding-block:1.25rem;font-size:.97rem;color:var(--soft)}
footer .wrap{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;align-items:center}
footer a{display:inline-flex;align-items:center;min-block-size:44px}
footer p{margin:0;flex-basis:100%;max-inline-size:none}
@media print{.top,footer,form,.pages,.skip,.no-print,.live,.state.open,.state.closed{display:none}.stored{display:inline}body{background:#fff;color:#000;font-size:13pt}.hero{background:none;color:#000;padding:0;border:0}main{padding:0}.card,.panel,.facts section{break-inside:avoid;border-color:#999}a{color:#000}a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}}
`;
export const style = source.replace(/\n/g, '');
export const styleHash = createHash('sha256').update(style).digest('base64');

/** The style above, byte for byte, and one script file that only keeps copies of pages on the device: no script in a page ever runs. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
