# SPDX-License-Identifier: Apache-2.0
"""Gives MkDocs the order of docs/README.md, and each page the way to its twin."""

import posixpath
import re

from mkdocs.structure.files import File

SOURCES = "https://github.com/bpu4j/bpu4j/blob/main/"
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)\s#]*)(#[^)\s]*)?(?=\))")
TWIN = re.compile(r"^\[(?:中文|English)\]\([^)]*\)\n", re.MULTILINE)
SCRIPTS = {"mermaid.min.js": "mermaid/dist/mermaid.min.js", "iframe-worker.js": "iframe-worker/shim/index.js"}


def on_config(config):
    english = chapters(config, "README.md", "decisions/")
    chinese = chapters(config, "zh/README.md", None)
    config.nav = [{"English": english}, {"中文": chinese}, {"Javadoc": "javadoc/index.html"}]
    return config


def chapters(config, index, folder):
    """The sections and links of an index page; a folder's other pages follow its own index."""
    text = read(config, index)
    result = [index]
    for title, body in re.findall(r"^## (.*)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE):
        pages = []
        for name, target in re.findall(r"^- \[(.*?)\]\((.*?\.md)\)", body, re.MULTILINE):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(index), target))
            if folder is None and not page.startswith("zh/"):
                continue
            pages.append({name: page})
            if folder and page.startswith(folder):
                links = re.findall(r"^\| \[.*?\]\((.*?\.md)\)", read(config, page), re.MULTILINE)
                pages += [folder + link for link in links]
        if pages:
            result.append({title: pages})
    return result


def read(config, page):
    with open(posixpath.join(config.docs_dir, page), encoding="utf-8") as file:
        return file.read()


def on_files(files, config):
    """Adds our style, and the scripts for diagrams and search from where release/site put them."""
    here = posixpath.dirname(config.config_file_path)
    added = {"site.css": posixpath.join(here, "site.css")}
    for name, script in SCRIPTS.items():
        added[name] = posixpath.join(here, "../target/site-tools", script)
    for name, path in added.items():
        files.append(File.generated(config, "assets/" + name, abs_src_path=path))
    return files


def on_page_markdown(markdown, page, config, files):
    """Links to sources lead to the repository; the switch in the head replaces the twin's link."""
    folder = posixpath.dirname(page.file.src_uri)

    def resolve(link):
        target = posixpath.normpath(posixpath.join(folder, link[1]))
        if files.get_file_from_path(target) or not link[1]:
            return link[0]
        return SOURCES + posixpath.normpath(posixpath.join("docs", target)) + (link[2] or "")

    return LINK.sub(resolve, TWIN.sub("", markdown, count=1))


def on_page_content(html, page, config, files):
    """Diagrams keep their size on a phone, in a box of their own that scrolls."""
    return re.sub(r'<pre class="mermaid">.*?</pre>', r'<div class="diagram">\g<0></div>', html, flags=re.DOTALL)


def on_page_context(context, page, config, nav):
    uri = page.file.src_uri
    chinese = uri.startswith("zh/")
    english_uri, chinese_uri = (uri[3:], uri) if chinese else (uri, "zh/" + uri)
    urls = {file.page.file.src_uri: file.page.url for file in files_of(nav)}
    config.theme["language"] = "zh" if chinese else "en"
    config.extra["alternate"] = [
        {"name": name, "link": urls.get(twin, urls[index]), "lang": language}
        for name, language, twin, index in (
            ("English", "en", english_uri, "README.md"),
            ("中文", "zh", chinese_uri, "zh/README.md"),
        )
    ]
    return context


def files_of(nav):
    return [page.file for page in nav.pages]
