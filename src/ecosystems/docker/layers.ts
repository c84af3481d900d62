/**
 * What changes the images of other files when manifests are built: a kustomization, a Kustomization of Flux, an
 * Application of Argo CD. Specifications: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/,
 * https://fluxcd.io/flux/components/kustomize/kustomizations/#images,
 * https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/. Deliberately ignored: resources of other repositories.
 */

import { child, items, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { LayerEntry } from '../file-format.ts'

/** The names of the file that a folder means. */
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

const RESOURCES = ['resources', 'bases', 'components', 'patchesStrategicMerge', 'patchesJson6902', 'patches']
const FLUX = /^kustomize\.toolkit\.fluxcd\.io\//
const ARGO_CD = /^argoproj\.io\//
const REMOTE = /:\/\/|^git@|\?ref=|\n/
/** No project has more resources. */
const MOST_RESOURCES = 10_000

/** How the layers among the documents of a format are found. */
export interface Layers {
  /** Found in every document that is a layer, however it is written. */
  readonly mark: RegExp
  /** What a document builds on; its number counts from 1. Undefined for one that builds on nothing. */
  of(root: TreeNode, document: number): LayerEntry | undefined
}

/** The layers among kustomizations. */
export const kustomizations: Layers = { mark: /resources|bases|components|patches|\\[xu]/, of: layerOf }

/** The layers among manifests: objects of Flux and Argo CD. */
export const appliedObjects: Layers = { mark: /kustomize\.toolkit\.fluxcd\.io|argoproj\.io|\\[xu]/, of: layerOfObject }

/** What a kustomization builds on: its resources, components and patches. */
function layerOf(root: TreeNode): LayerEntry {
  const on = members(root)
    .filter(({ key }) => RESOURCES.includes(key))
    .flatMap(({ value }) => items(value).slice(0, MOST_RESOURCES))
    .map(item => (item.kind === 'text' ? item : textOf(item, 'path')))
    .flatMap(item => (item && !REMOTE.test(item.value) ? candidates(item.value) : []))
  return { layer: 0, on, at: root.at }
}

/** What an object of Flux or Argo CD builds on; undefined for any other. `layer` is its number in the file. */
function layerOfObject(root: TreeNode, layer: number): LayerEntry | undefined {
  const paths = pathsOf(root, textOf(root, 'apiVersion')?.value ?? '', textOf(root, 'kind')?.value ?? '')
  if (!paths) return undefined
  // From the root of the repository, as far as that is this one.
  const on = paths.flatMap(path => candidates(`/${path.replace(/^(?:\.?\/)+/, '')}`))
  return { layer, on, at: root.at }
}

function pathsOf(root: TreeNode, apiVersion: string, kind: string): string[] | undefined {
  if (FLUX.test(apiVersion) && kind === 'Kustomization') return texts([child(root, 'spec')])
  if (!ARGO_CD.test(apiVersion)) return undefined
  const application = kind === 'ApplicationSet' ? child(root, 'spec', 'template') : root
  if (kind !== 'ApplicationSet' && kind !== 'Application') return undefined
  return texts([child(application, 'spec', 'source'), ...items(child(application, 'spec', 'sources'))])
}

function texts(sources: readonly (TreeNode | undefined)[]): string[] {
  return sources.map(source => textOf(source, 'path')?.value).filter(path => path !== undefined)
}

/** The files that a path may mean: itself, or the kustomization of a folder. */
function candidates(path: string): string[] {
  const folder = path.replace(/\/+$/, '')
  return [path, ...KUSTOMIZATIONS.map(name => `${folder}/${name}`)]
}
