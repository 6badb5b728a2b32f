import { renderTemplate } from '../templates.ts'

/** Finds in a Django project, when a process starts, what the deployment file does not say. */

/** The word in the command that is replaced by what was found. */
export const found = '{}'

/** `wsgi`: `WSGI_APPLICATION` of the settings. `package`: the package that the settings lie in. */
export type DjangoName = 'wsgi' | 'package'

/** The command behind the launcher, which asks `manage.py` of the code's folder for the settings. */
export const withDjango = (name: DjangoName, [, ...words]: readonly string[]): readonly string[] => [
  'python',
  '/etc/jetee/with-django.py',
  name,
  ...words,
]

/** The files that the launcher needs, under /etc/jetee. */
export const djangoFiles = (): Readonly<Record<string, string>> => ({
  'with-django.py': renderTemplate('processes/with-django.py', {}),
})
