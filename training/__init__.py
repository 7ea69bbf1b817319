"""How the shipped model is made: data, fitting, distillation, export. Never imported by the package."""
