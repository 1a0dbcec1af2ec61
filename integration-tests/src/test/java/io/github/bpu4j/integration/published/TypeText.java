// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.published;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes types as in source code, with type arguments and nullness; the packages {@code java.lang}
 * and {@code home} stay unsaid.
 */
record TypeText(String home) {
  String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String annotations = annotations(array);
      return of(array.getAnnotatedGenericComponentType())
          + (annotations.isEmpty() ? "" : " " + annotations)
          + "[]";
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return annotations(type) + wildcard(wildcard);
    }
    if (type instanceof AnnotatedTypeVariable variable) {
      return annotations(type) + variable.getType().getTypeName();
    }
    if (type instanceof AnnotatedParameterizedType parameterized) {
      return annotations(type)
          + name(raw(type.getType()))
          + "<"
          + all(parameterized.getAnnotatedActualTypeArguments())
          + ">";
    }
    return annotations(type) + name(raw(type.getType()));
  }

  String all(AnnotatedType[] types) {
    return Arrays.stream(types).map(this::of).collect(Collectors.joining(", "));
  }

  String name(Class<?> type) {
    String name = type.getCanonicalName();
    String owner = type.getPackageName();
    boolean unsaid = !type.isPrimitive() && (owner.equals("java.lang") || owner.equals(home));
    return unsaid ? name.substring(owner.length() + 1) : name;
  }

  /** Type parameters with their bounds, and a space; empty without any. */
  String parameters(TypeVariable<?>[] variables) {
    if (variables.length == 0) {
      return "";
    }
    return Arrays.stream(variables)
        .map(variable -> variable.getName() + bounds(variable))
        .collect(Collectors.joining(", ", "<", "> "));
  }

  private String bounds(TypeVariable<?> variable) {
    AnnotatedType[] bounds = variable.getAnnotatedBounds();
    boolean none = bounds.length == 1 && of(bounds[0]).equals("Object");
    return none
        ? ""
        : Arrays.stream(bounds).map(this::of).collect(Collectors.joining(" & ", " extends ", ""));
  }

  String arguments(Executable executable) {
    String arguments = all(executable.getAnnotatedParameterTypes());
    return "(" + (executable.isVarArgs() ? arguments.replaceAll("\\[]$", "...") : arguments) + ")";
  }

  String exceptions(Executable executable) {
    AnnotatedType[] exceptions = executable.getAnnotatedExceptionTypes();
    return exceptions.length == 0 ? "" : " throws " + all(exceptions);
  }

  private String wildcard(AnnotatedWildcardType wildcard) {
    if (wildcard.getAnnotatedLowerBounds().length > 0) {
      return "? super " + all(wildcard.getAnnotatedLowerBounds());
    }
    String upper = all(wildcard.getAnnotatedUpperBounds());
    return upper.equals("Object") ? "?" : "? extends " + upper;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  private static String annotations(AnnotatedType type) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .map(annotation -> "@" + annotation.getSimpleName() + " ")
        .collect(Collectors.joining());
  }
}
