/** Files of YAML and JSON: manifests, templates of charts, values, workflows, playbooks, configurations. */

import { standing } from '../../syntax/assembled.ts'
import { parseJson } from '../../syntax/json.ts'
import type { HazardFiles } from '../hazard.ts'
import { Content, LONGEST } from './content.ts'

/** A line of every kubeconfig: https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/. */
export const KUBECONFIG = /^kind:[ \t]*["']?Config["']?[ \t]*$/m

/** Configurations of tools that never meet a cluster. */
const OF_TOOLS =
  /(?:^|\/)(?:package(?:-lock)?|npm-shrinkwrap|composer|tsconfig[^/]*|angular|nx|turbo|lerna|deno|biome)\.json$/i

/** `*.yaml`, the templates of Ansible and others that make one, and the partials of charts: `_*.tpl`. */
export const yamlFiles: HazardFiles = {
  name: 'YAML',
  names: {
    extensions: ['.yaml', '.yml', '.j2', '.tpl', '.tmpl', '.template', '.erb', '.gotmpl'],
    pattern: /\.ya?ml(?:\.(?:j2|tpl|tmpl|template|erb|gotmpl))?$|(?:^|\/)_[^/]*\.tpl$/i
  },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    await content.yaml(standing(text, 0))
    return content
  }
}

/** `*.json`: manifests, templates of Azure Resource Manager and CloudFormation, bodies of requests. */
export const jsonFiles: HazardFiles = {
  name: 'JSON',
  names: { extensions: ['.json', '.j2', '.tpl'], pattern: /\.json(?:\.(?:j2|tpl))?$/i, except: OF_TOOLS },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    if (text.length > LONGEST) content.unexamined.push(0)
    else await content.parsed(parseJson(text), standing(text, 0))
    return content
  }
}

/** Configurations with another extension that are a kubeconfig. */
export const kubeconfigFiles: HazardFiles = {
  name: 'kubeconfigs',
  names: { endings: ['.conf', '.config', '.kubeconfig', '.cfg'] },
  marker: KUBECONFIG,
  read: yamlFiles.read
}
