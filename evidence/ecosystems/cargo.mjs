// The Rust clients: one crate per version, built with `cargo build` into one target folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { capture, run } from '../process.mjs'

const KUBE = `use k8s_openapi::api::core::v1::Pod;
use kube::{api::ListParams, Api, Client};
use std::time::Duration;

#[tokio::main]
async fn main() {
    let client = Client::try_default().await.expect("a configuration");
    let pods: Api<Pod> = Api::namespaced(client, "default");
    loop {
        if let Err(error) = pods.list(&ListParams::default()).await {
            eprintln!("{error}");
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}
`

/** The k8s-openapi that each version requires, and the feature with the Kubernetes version. */
const OPENAPI = {
  '0.68.0': ['0.14', 'v1_22'],
  '0.69.0': ['0.14', 'v1_22'],
  '0.69.1': ['0.14', 'v1_22'],
  '0.70.0': ['0.14', 'v1_22'],
  '0.75.0': ['0.16', 'v1_24'],
  '0.83.0': ['0.18', 'v1_26'],
  '0.88.1': ['0.21', 'v1_28'],
  '0.95.0': ['0.23', 'latest'],
  '0.99.0': ['0.24', 'latest'],
  '1.1.0': ['0.25', 'latest'],
  '2.0.1': ['0.26', 'latest'],
  '3.1.0': ['0.27', 'latest'],
  '4.0.0': ['0.28', 'latest'],
  '5.0.0': ['0.29', 'latest']
}

const NEWEST = '5.0.0'

/** Client → versions: those on both sides of every bound, the newest, and some between. */
export const clients = { kube: Object.keys(OPENAPI) }

/** Builds the program against one version. Each package has its own name, so that they can share a target folder. */
export async function install(client, version, folder) {
  mkdirSync(join(folder, 'src'), { recursive: true })
  // A release that is newer than the table is built with what the newest of the table needs.
  const [openapi, feature] = OPENAPI[version] ?? OPENAPI[NEWEST]
  const name = `program-${version.replaceAll('.', '-')}`
  const manifest = `[package]
name = "${name}"
version = "0.0.0"
edition = "2021"

[dependencies]
${client} = "=${version}"
# The loader is in here, and without this line a later patch of it would be taken.
kube-client = { version = "=${version}", default-features = false }
k8s-openapi = { version = "${openapi}", features = ["${feature}"] }
tokio = { version = "1", features = ["rt-multi-thread", "macros", "time"] }
`
  writeFileSync(join(folder, 'Cargo.toml'), manifest)
  writeFileSync(join(folder, 'src', 'main.rs'), KUBE)
  const target = join(dirname(folder), 'cargo-target')
  await run(['cargo', 'build', '--quiet'], folder, { CARGO_TARGET_DIR: target, CARGO_PROFILE_DEV_DEBUG: '0' })
  return { command: [join(target, 'debug', name)], cwd: folder, tools: await capture(['cargo', '--version']) }
}
