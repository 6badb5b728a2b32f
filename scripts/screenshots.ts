import { createRequire } from 'node:module'
import { join } from 'node:path'
import { marked } from 'marked'
import { openBrowser } from '../test/world/browser.ts'
import { tryCommand } from '../test/world/command.ts'
import { installPackages } from '../test/world/packages.ts'
import { pages } from './screenshots/pages.ts'

// Draws what the deployer writes for GitHub as GitHub shows it, from sample runs, into docs/images.

const require = createRequire(import.meta.url)
const folder = join(import.meta.dirname, '..', 'docs', 'images')

/** Width of a picture, about that of a comment. */
const width = 860

if ((await tryCommand('sh', ['-c', 'fc-list | grep -qi emoji'])).code !== 0)
  await installPackages(['fonts-noto-color-emoji'], 'draw the marks of a summary')

await using browser = await openBrowser()
const page = await browser.newPage({ viewport: { width, height: 600 } })
for (const [name, markdown] of Object.entries(pages)) {
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><body style="margin: 0"><article class="markdown-body" style="padding: 24px; box-sizing: border-box">${await marked.parse(markdown, { gfm: true })}</article>`,
  )
  await page.addStyleTag({ path: require.resolve('github-markdown-css/github-markdown-light.css') })
  if (markdown.includes('```mermaid')) await drawTimeline()
  const path = join(folder, `${name}.png`)
  await page.locator('article').screenshot({ path })
  console.log(path)
}

/** Draws the timeline as GitHub does: by Mermaid, in the page's own width. */
async function drawTimeline(): Promise<void> {
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  await page.evaluate(`(async () => {
    const code = document.querySelector('code.language-mermaid')
    const drawn = document.createElement('div')
    drawn.textContent = code.textContent
    code.parentElement.replaceWith(drawn)
    mermaid.initialize({ startOnLoad: false, gantt: { useWidth: drawn.clientWidth } })
    await mermaid.run({ nodes: [drawn] })
  })()`)
}
