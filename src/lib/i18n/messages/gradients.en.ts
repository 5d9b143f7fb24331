/** The frame of the experiments on gradients: their names and what each asks. */
export const gradients = {
  title: 'Gradients and interventions: what skips do, measured',
  description:
    'What skip connections do to signals and gradients, measured on the trained ResNet-50 and on networks at initialisation: cut skips, remove blocks, follow paths, in your browser.',
  heading: 'What skips do, measured',
  navigation: 'Experiments',
  experiments: {
    trained: { name: 'Gradient flow', question: 'How does a gradient come through the trained network?' },
    initialisation: { name: 'Initialisation', question: 'Do gradients vanish before training begins?' },
    lesions: { name: 'Lesions', question: 'What happens when one block is gone?' },
    paths: { name: 'Paths', question: 'Which of the 65,536 paths carry the gradient?' },
    shattered: { name: 'Shattered gradients', question: 'When do gradients look like noise?' },
    refinement: { name: 'Refinement', question: 'Do blocks refine one estimate step by step?' },
    identity: { name: 'Identity', question: 'Does it matter that the skip is the identity?' },
  },
  engine: 'What computes',
};
