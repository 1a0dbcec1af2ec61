// SPDX-License-Identifier: Apache-2.0
"use strict";

const TEXTS = {
  en: {
    title: "What is in the picture?",
    drop: "Drop a picture here",
    choose: "or click to choose one, or paste it",
    private: "Pictures are not kept.",
    health: "Health",
    metrics: "Metrics",
    other: "中文",
    working: (name) => `Looking at ${name} …`,
    pasted: "pasted picture",
    none: "No class reaches the threshold.",
    how: (a) => `${a.model} on ${a.runtime}${a.simulated ? ", simulated" : ""}, ${a.timing_ms.total.toFixed(0)} ms`,
    retry: "The server is busy; trying again …",
    lost: "The server cannot be reached.",
  },
  zh: {
    title: "图片里是什么？",
    drop: "把图片拖到这里",
    choose: "或点击选择，或直接粘贴",
    private: "图片不会被保存。",
    health: "健康状态",
    metrics: "指标",
    other: "English",
    working: (name) => `正在识别 ${name} …`,
    pasted: "粘贴的图片",
    none: "没有类别达到阈值。",
    how: (a) => `${a.model}，运行时 ${a.runtime}${a.simulated ? "（模拟）" : ""}，${a.timing_ms.total.toFixed(0)} 毫秒`,
    retry: "服务器繁忙，正在重试 …",
    lost: "无法连接服务器。",
  },
};

const MOST_CARDS = 20;
const MOST_TRIES = 5;
const find = (id) => document.getElementById(id);

let language = navigator.language.startsWith("zh") ? "zh" : "en";
let queue = Promise.resolve();

function text(key, ...values) {
  const found = TEXTS[language][key];
  return typeof found === "function" ? found(...values) : found;
}

function showLanguage() {
  document.documentElement.lang = language;
  document.title = text("title");
  find("language").textContent = text("other");
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  for (const item of document.querySelectorAll("[data-en]")) {
    item.textContent = item.dataset[language];
  }
}

/** Pictures go to the server one after the other, however many are dropped at once. */
function classifyAll(files) {
  for (const file of files) {
    queue = queue.then(() => classify(file));
  }
}

async function classify(file) {
  const name = file.name || text("pasted");
  find("status").textContent = text("working", name);
  try {
    const response = await send(file, name);
    const body = await response.json();
    show(response.ok ? answer(name, body) : problem(name, body.detail || body.title));
  } catch {
    show(problem(name, text("lost")));
  }
  find("status").textContent = "";
}

/** Sends a picture, and again as often as the server asks for it. */
async function send(file, name) {
  const form = new FormData();
  form.append("picture", file, name);
  for (let tries = 1; ; tries++) {
    const response = await fetch("api/classify?annotated=true", {
      method: "POST",
      headers: { "Accept-Language": language },
      body: form,
    });
    const seconds = Number(response.headers.get("Retry-After"));
    if (response.status !== 503 || !seconds || tries === MOST_TRIES) {
      return response;
    }
    find("status").textContent = text("retry");
    await new Promise((resume) => setTimeout(resume, 1000 * seconds));
  }
}

function card(name) {
  const made = find("card").content.firstElementChild.cloneNode(true);
  made.querySelector("h2").textContent = name;
  return made;
}

function answer(name, body) {
  const made = card(name);
  const image = made.querySelector("img");
  image.src = body.annotated;
  image.alt = body.categories.length ? body.categories[0].name : name;
  for (const category of body.categories) {
    made.querySelector("ol").append(row(category));
  }
  bilingual(made.querySelector(".how"), (l) => {
    const how = TEXTS[l].how(body);
    return body.categories.length ? how : `${TEXTS[l].none} ${how}`;
  });
  return made;
}

function row(category) {
  const item = document.createElement("li");
  const line = document.createElement("div");
  line.className = "line";
  const label = document.createElement("span");
  bilingual(label, (l) => (l === "zh" ? category.display_name : category.name));
  const score = document.createElement("span");
  score.className = "score";
  score.textContent = `${(100 * category.score).toFixed(1)} %`;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = category.score;
  line.append(label, score);
  item.append(line, bar);
  return item;
}

function bilingual(element, words) {
  element.dataset.en = words("en");
  element.dataset.zh = words("zh");
  element.textContent = words(language);
}

function problem(name, detail) {
  const made = card(name);
  made.className = "bad";
  made.querySelector("figure").remove();
  made.querySelector(".how").textContent = detail;
  return made;
}

function show(made) {
  const answers = find("answers");
  answers.prepend(made);
  while (answers.children.length > MOST_CARDS) {
    answers.lastElementChild.remove();
  }
}

find("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  showLanguage();
});
find("chooser").addEventListener("change", (event) => {
  classifyAll([...event.target.files]);
  event.target.value = "";
});
find("drop").addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    find("chooser").click();
  }
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  find("drop").classList.add("over");
});
document.addEventListener("dragleave", () => find("drop").classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  find("drop").classList.remove("over");
  classifyAll([...event.dataTransfer.files]);
});
document.addEventListener("paste", (event) => classifyAll([...event.clipboardData.files]));
showLanguage();
