import { expect, test } from 'vitest'
import { doneSummary } from '../../../src/report/done.ts'

test.each([
  [
    { sentence: 'Removed the preview of pull request 1 from root@x:22: it was merged', changed: true },
    '## ✅ Removed the preview of pull request 1 from root@x:22\n\nIt was merged\n\n',
  ],
  [
    { sentence: 'Superseded: release 8 *stays*. More', changed: false },
    '## ⏭️ Superseded\n\nRelease 8 \\*stays\\*. More\n\n',
  ],
  [
    { sentence: 'Restarted web', lines: ['a', 'b|c'], changed: true },
    '## ✅ Restarted web\n\n- a\n- b\\|c\n\n',
  ],
])('%j', (done, text) => {
  expect(doneSummary({ kind: 'done', ...done })).toBe(text)
})
