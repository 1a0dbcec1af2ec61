"use strict";
const RETRY_MILLIS = 1000;
const FULL_MILLIS = 5000;
const QUIET_MILLIS = 3000;
const SPEECH_MILLIS = 5000;
const viewer = Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => (b % 36).toString(36)).join("");
const byId = (id) => document.getElementById(id);
const chinese = () => document.documentElement.lang.startsWith("zh");
let state = null;
let shownPicture = 0;
let pictureTime = Date.now();
let loading = false;
let spokenTime = 0;

history.replaceState(null, "", location.pathname);

function show(connection) {
  if (byId("connection").dataset.state !== connection) {
    byId("connection").dataset.state = connection;
    document.body.classList.toggle("stale", connection !== "live" && connection !== "connecting");
  }
}

function text(id, value) {
  if (byId(id).textContent !== value) {
    byId(id).textContent = value;
  }
}

function element(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content;
  return made;
}

const nameOf = (category) => (chinese() ? category.chinese : category.name);
const number = (value) => value.toLocaleString(chinese() ? "zh-CN" : "en-US");

function row() {
  const made = document.createElement("li");
  const track = element("div", "track", "");
  track.append(element("div", "bar", ""));
  track.setAttribute("aria-hidden", "true");
  made.append(element("span", "name", ""), element("span", "score", ""), track);
  return made;
}

function showLabels(categories) {
  const list = byId("labels");
  while (list.children.length < categories.length) {
    list.append(row());
  }
  while (list.children.length > categories.length) {
    list.lastChild.remove();
  }
  const shares = categories.every((category) => category.score >= 0 && category.score <= 1);
  const most = shares ? 1 : Math.max(...categories.map((category) => Math.abs(category.score)));
  categories.forEach((category, i) => {
    const [name, score, track] = list.children[i].children;
    name.textContent = nameOf(category);
    name.title = nameOf(category);
    score.textContent = shares ? (100 * category.score).toFixed(1) + " %" : String(category.score);
    track.firstChild.style.width = 100 * Math.max(0, category.score / most) + "%";
  });
  byId("no-labels").hidden = categories.length > 0;
}

function speak(categories) {
  const name = categories.length > 0 ? nameOf(categories[0]) : "";
  if (Date.now() - spokenTime > SPEECH_MILLIS && byId("spoken").textContent !== name) {
    spokenTime = Date.now();
    byId("spoken").textContent = name;
  }
}

function showAnswer(answer) {
  showLabels(answer.categories);
  speak(answer.categories);
  text("model", answer.model + " · " + answer.runtime);
  text("rate", answer.frames_per_second.toFixed(1));
  text("latency", answer.latency_ms.toFixed(1) + " ms");
  for (const id of ["answered", "dropped", "failed"]) {
    text(id, number(answer[id]));
  }
  byId("simulated").hidden = !answer.simulated;
}

function showEvents(events) {
  byId("happened").hidden = events.length === 0;
  const list = byId("events");
  const known = new Set(events.map((event) => key(event)));
  for (const item of [...list.children]) {
    if (!known.has(item.dataset.key)) {
      item.remove();
    }
  }
  const shown = new Set([...list.children].map((item) => item.dataset.key));
  for (const event of events.filter((each) => !shown.has(key(each)))) {
    const item = document.createElement("li");
    item.dataset.key = key(event);
    const time = element("time", "", new Date(event.time).toLocaleTimeString("zh-CN", { hour12: false }));
    time.dateTime = new Date(event.time).toISOString();
    item.append(time, event.text);
    list.prepend(item);
  }
}

function key(event) {
  return event.time + "-" + event.number;
}

function render() {
  text("title", state.title);
  document.title = state.title + " - bpu4j watch";
  text("viewers", number(state.viewers));
  if (state.answer) {
    showAnswer(state.answer);
  }
  showEvents(state.events);
  if (Date.now() - pictureTime > QUIET_MILLIS) {
    show("quiet");
  }
}

async function showPicture() {
  if (loading || state === null || state.picture === 0 || state.picture === shownPicture) {
    return;
  }
  loading = true;
  const wanted = state.picture;
  try {
    const next = new Image();
    next.src = "picture.jpg?" + wanted;
    await next.decode();
    next.id = "picture";
    next.alt = chinese() ? "视频画面" : "picture of the stream";
    byId("picture").replaceWith(next);
    byId("no-picture").hidden = true;
    shownPicture = wanted;
    pictureTime = Date.now();
    show("live");
  } catch {
    // The state's request meets the same trouble and tells it.
  }
  loading = false;
  if (state.picture !== wanted) {
    showPicture();
  }
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

function visible() {
  return new Promise((resolve) => {
    if (!document.hidden) {
      resolve();
    } else {
      document.addEventListener("visibilitychange", () => resolve(), { once: true });
    }
  });
}

async function ask() {
  const after = state === null ? -1 : state.sequence;
  const response = await fetch("state.json?viewer=" + viewer + "&after=" + after, {
    cache: "no-store",
    signal: AbortSignal.timeout(10000),
  });
  if (response.ok) {
    state = await response.json();
    render();
    showPicture();
    return 0;
  }
  const refused = response.status === 401 || response.status === 403;
  show(refused ? "token" : response.status === 503 ? "full" : "lost");
  return FULL_MILLIS;
}

async function follow() {
  for (;;) {
    await visible();
    let wait = RETRY_MILLIS;
    try {
      wait = await ask();
    } catch {
      show("lost");
    }
    await pause(wait);
  }
}

byId("language").addEventListener("click", () => {
  if (state !== null) {
    render();
  }
});
follow();
