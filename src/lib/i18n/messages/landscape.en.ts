/** The page on loss landscapes. */
export const landscape = {
  title: 'The loss around the weights',
  description:
    'Loss landscapes of a plain and a residual network, trained here: along filter-normalised random directions and along the trajectory of training, as contours and as a surface.',
  lead: 'A trained network is one point in a space with as many dimensions as it has weights. Two directions through that point span a plane, and over a plane the loss can be drawn. Both networks are seen over the same training pictures, on one scale unless you choose otherwise.',
  claim:
    'Li et al. 2018 drew the loss of CIFAR-10 networks along two random directions, each filter of a direction scaled to the length of the filter that it moves. With 20 layers the network without shortcuts still looked smooth; with 56 layers it was rugged, while ResNet-56 stayed smooth. Their test errors: 5.89 % with shortcuts, 13.31 % without (trained with a smaller rate).',
  expected:
    'The networks here are far smaller: gratings of 16 × 16 pixels, 8 filters in the first stage, some hundred steps. With 20 layers expect little difference. With 56 layers the plain network does not get to a low loss in this time, so that its middle lies high: look at the heights first; then give each its own scale, and the plain network’s slice is rugged where the residual one’s is a smooth bowl. Where training went, nearly all of its recorded way lies on one line more than a thousand units long: the large gradients of its first steps lengthen its first kernels, to whose length batch norm is blind. The residual network’s way is some twenty units long.',
  may: [
    'Where the slice curves down, the loss is not convex: the curvature of a slice is a mixture of the curvatures of the whole, so what is negative here is negative there.',
    'Both networks may be compared with each other: every filter is moved in proportion to its own length, so that large weights (to which batch norm is blind) do not make one of them look flat.',
  ],
  mayNot: [
    'That what looks convex is so. A slice shows two directions of many thousands; all the others are unseen.',
    'That a flat minimum generalises and a sharp one does not. Weights can be rescaled so that the function stays and the minimum becomes as sharp as one likes (Dinh et al. 2017, for ReLU networks); and only training pictures are used here.',
    'That ruggedness is why plain networks train badly. The plane goes through where training ended, not through where it had difficulty; and a network that has not reached a minimum is not seen around one.',
    'That training keeps to the trajectory’s plane. Only the shares that are told lie in it, and the loss under a point of the path is that of its shadow on the plane.',
  ],
  sources: [
    {
      text: 'Li, Xu, Taylor, Studer, Goldstein 2018, “Visualizing the loss landscape of neural nets”: sections 4 (filter normalisation), 5 and 6 (shortcuts, non-convexity), 7 (trajectories).',
      url: 'https://arxiv.org/abs/1712.09913',
    },
    {
      text: 'Dinh, Pascanu, Bengio, Bengio 2017, “Sharp minima can generalize for deep nets”.',
      url: 'https://arxiv.org/abs/1703.04933',
    },
    {
      text: 'He, Zhang, Ren, Sun 2015, “Deep residual learning for image recognition”, section 4.1.',
      url: 'https://arxiv.org/abs/1512.03385',
    },
  ],
  controls: {
    title: 'What is drawn',
    source: 'Networks',
    sources: { recorded: '56 layers, recorded', live: 'trained here' },
    plane: 'Plane',
    planes: { random: 'two random directions', trajectory: 'where training went' },
    planesDo: {
      random:
        'Both directions are Gaussian, and every filter of them is scaled to the length of the filter that it moves: at 1 each filter has been moved by its own length. Biases, γ and β stay.',
      trajectory:
        'The two principal directions of the weights that training passed through, γ and β among them. The axes are Euclidean distances between weights, and each has its own length.',
    },
    view: 'Drawing',
    views: { contour: 'contours', surface: 'surface' },
    scale: 'Scale',
    scales: { shared: 'one for all', own: 'each its own' },
    resolution: 'Points along each axis',
    extent: 'As far as',
    seed: 'Seed of the directions',
    another: 'Other directions',
    pictures: 'Training pictures',
    statistics: 'Batch norm with',
    statisticsAre: { batch: 'these pictures’ statistics', moving: 'moving statistics' },
    statisticsDo: {
      batch:
        'At every point batch norm uses the mean and variance of these pictures, as in training: the loss depends on the weights alone.',
      moving:
        'At every point batch norm uses the moving statistics of the trained network, as in inference and in Li et al.’s program: away from the middle they no longer fit the weights.',
    },
  },
  live: {
    title: 'Networks trained here',
    none: (networks: string, steps: number) =>
      `No network has been trained yet. Train ${networks} on gratings for ${steps} steps here, or choose others on the page “Side by side”: what was trained there can be looked at here.`,
    train: 'Train them',
    training: 'Training',
    reading: 'Opening the networks',
    these: (networks: string) => `${networks}.`,
    run: (name: string, steps: number) => `${name} (${steps} steps)`,
    compute: 'Compute the landscapes',
    computing: (name: string) => `${name}: rows`,
    whileTraining: 'Training is under way. Pause it on the page “Side by side”, or wait for its end.',
  },
  figure: {
    title: 'Loss over the plane',
    here: (steps: number) => `in this browser, after ${steps} steps`,
    recorded: (date: string, backend: string) => `${date} · ${backend}`,
    waiting: 'Not computed yet.',
    loading: 'Fetching the recording …',
    contour: (name: string) => `Contours of the loss of ${name} over the plane`,
    surface: (name: string) => `The loss of ${name} as a surface over the plane`,
    cursor: (name: string) => `Point of the plane, ${name}`,
    turned: 'Viewpoint of both surfaces',
    viewpoint: (turn: number, tilt: number) => `turned by ${turn}°, tilted by ${tilt}°`,
    reading: (a: string, b: string, loss: string, accuracy: string) =>
      `a = ${a}, b = ${b}: loss ${loss}, ${accuracy} of the pictures right`,
    notThere: (a: string, b: string) => `a = ${a}, b = ${b}: not computed yet`,
    steps: (step: number) => `${step} steps`,
    path: (a: string, b: string) =>
      `Line: the way of training, projected on the plane. a explains ${a} of the weights’ variance on the way, b ${b}.`,
    sharedScale: 'Mean cross entropy in nats on a logarithmic scale, the same for all networks.',
    ownScale:
      'Mean cross entropy in nats, on a logarithmic scale of this network’s own: do not compare colours or heights.',
    contours: (levels: string) => `Contours at ${levels}.`,
    and: ', ',
    hint: {
      contour: 'The cross is where training has come to. Point at the plane, or use the arrow keys.',
      surface: 'Drag to turn and tilt, or use the arrow keys. Height is the logarithm of the loss.',
    },
    table: 'loss on the grid',
    row: 'b \\ a',
  },
  figures: {
    title: 'In numbers',
    network: 'Network',
    centre: 'Loss at the weights',
    least: 'Lowest',
    most: 'Highest',
    curvesDown: 'Curves down',
    curvesDownMeans:
      '“Curves down” is the share of inner grid points at which the slice bends downwards in some direction: the smaller eigenvalue of its second derivatives, by differences of neighbours, is negative.',
    notFinite: (count: number) =>
      `${count} points whose loss is not finite are drawn at the upper end of the scale.`,
  },
  tables: { grid: 'Loss and accuracy on the grid', path: 'The way of training in the plane' },
  lines: {
    random: (seed: number, extent: string) =>
      `filter-normalised random directions, seed ${seed}, up to ${extent}`,
    trajectory: 'principal directions of the trajectory',
    pictures: (count: number, statistics: string) =>
      `${count} training pictures, batch norm with ${statistics}`,
  },
};
